'use client';

import { type CatalogueQuery, KindredError, StartExperimentDocument } from '@kindred/client';
import { experimentSchema } from '@kindred/client/experiment-text';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { browserApi } from '../../browser-api.ts';
import { Section } from '../../ui/section.tsx';
import { EstimateView } from './estimate-view.tsx';
import { Field } from './field.tsx';
import { Part } from './fields.tsx';
import { FormState } from './form-context.ts';
import { ProblemList } from './problem-list.tsx';
import { refusedFields } from './refused-fields.ts';
import { TextEditor } from './text-editor.tsx';
import { useDraft } from './use-draft.ts';
import { useEstimate } from './use-estimate.ts';
import { labelOf } from './words.tsx';

interface ExperimentFormProps {
  /** What stands in it at first. */
  start: unknown;
  catalogue: CatalogueQuery;
  /** Whether who looks may start one. */
  mayStart: boolean;
}

const { properties: parts = {} } = experimentSchema;
const [first, last] = [['name', 'seed'], ['runOn']];
const sections = Object.keys(parts).filter((name) => ![...first, ...last].includes(name));

/** An experiment by choices, or by its text beside them; what it would cost follows both. */
export function ExperimentForm({ start, catalogue, mayStart }: ExperimentFormProps) {
  const router = useRouter();
  const { draft, setValue, setText } = useDraft(start);
  const { estimate, problems: refused, asking } = useEstimate(draft);
  const [failed, setFailed] = useState<{ of: unknown; message: string }>();
  const [pending, startTransition] = useTransition();
  const [started, setStarted] = useState(false);
  const atStart = failed && failed.of === draft.values ? refusedFields(failed.message, draft.values) : [];
  const problems = [...draft.problems, ...(atStart.length > 0 ? atStart : refused)];
  const press = () =>
    startTransition(async () => {
      try {
        const input = draft.values as never;
        const { startExperiment } = await browserApi.request(StartExperimentDocument, { input });
        // The family's page takes a moment: nobody shall press twice.
        setStarted(true);
        router.push(`/experiments/${startExperiment.experiment.id}`);
      } catch (error) {
        if (!(error instanceof KindredError)) throw error;
        setFailed({ of: draft.values, message: error.message });
      }
    });
  const form = { values: draft.values, problems, choices: choicesOf(catalogue), set: setValue };
  return (
    <FormState value={form}>
      <form
        noValidate
        className="grid grid-cols-1 gap-x-16 gap-y-10 text-sm lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] min-[1760px]:grid-cols-[minmax(0,1fr)_minmax(0,40rem)]"
      >
        <div className="min-w-0 space-y-10">
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 border-rule border-t pt-6 min-[480px]:grid-cols-[2fr_1fr]">
            {first.map((name) => (
              <Field key={name} path={[name]} schema={parts[name]!} />
            ))}
          </div>
          {sections.map((name) => (
            <Section key={name} title={titles[name] ?? labelOf(name)} aside={parts[name]!.description}>
              <Part path={[name]} schema={parts[name]!} />
            </Section>
          ))}
          <Section title="Where it runs">
            {last.map((name) => (
              <Field key={name} path={[name]} schema={parts[name]!} />
            ))}
          </Section>
        </div>
        <aside className="min-w-0 space-y-8 lg:sticky lg:top-6 lg:h-fit">
          <Section title="What it would take" aside="by what was measured here">
            <EstimateView estimate={problems.length > 0 ? undefined : estimate} asking={asking} />
            <ProblemList problems={problems} />
            {mayStart && (
              <button
                // No submit: the enter key in a field starts nothing.
                type="button"
                onClick={press}
                disabled={pending || started || problems.length > 0}
                className="mt-4 border border-ink bg-ink px-4 py-1.5 text-paper disabled:opacity-50"
              >
                {pending || started ? 'starting…' : 'start'}
              </button>
            )}
          </Section>
          <Section title="The same as text" aside="for npx kindred run experiment.yaml">
            <TextEditor text={draft.text} onChange={setText} />
          </Section>
        </aside>
      </form>
    </FormState>
  );
}

const titles: Record<string, string> = {
  data: 'Data',
  parent: 'Parent',
  ensembles: 'Ensembles',
  visualize: 'Pictures',
  evaluate: 'Measures',
};

function choicesOf({ datasets, architectures }: CatalogueQuery) {
  return {
    'data.name': datasets.map(({ name, trainImages, testImages }) => ({
      value: name,
      words: `${name}: ${trainImages.toLocaleString('en')} to train on, ${testImages.toLocaleString('en')} to test`,
    })),
    'parent.architecture': architectures.map(({ name }) => ({ value: name, words: name })),
  };
}
