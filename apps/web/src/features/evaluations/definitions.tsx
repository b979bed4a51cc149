import type { EvaluationFieldsFragment } from '@kindred/client';
import { definitionsOf, metrics } from './metrics.ts';

/** What each number of a table means and how it was made. */
export function Definitions({ evaluations }: { evaluations: EvaluationFieldsFragment[] }) {
  const made = evaluations.map(
    ({ images, dataset, averaging, includesParent, backend, codeVersion }) =>
      `${images.toLocaleString('en')} test images of ${dataset}; ensembles by ${averaging.replace('-', ' of ')}, ` +
      `${includesParent ? 'with the parent' : 'children only'}; ran on ${backend}, code ${codeVersion}`,
  );
  return (
    <details className="mt-4 text-quiet text-xs">
      <summary className="cursor-pointer">What these numbers mean</summary>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {metrics.map(({ name, heading }) => (
          <Definition key={name} term={heading} texts={definitionsOf(evaluations, name)} />
        ))}
        <Definition term="±" texts={['half the width of the interval that the definition names']} />
        <Definition term="measured on" texts={[...new Set(made)]} />
      </dl>
    </details>
  );
}

function Definition({ term, texts }: { term: string; texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <dt className="text-ink">{term}</dt>
      <dd>{texts.join(' · ')}</dd>
    </>
  );
}
