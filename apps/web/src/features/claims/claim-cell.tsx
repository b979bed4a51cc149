import type { ClaimFieldsFragment } from '@kindred/client';
import { Measure } from '../evaluations/measure.tsx';
import { verdicts } from './verdicts.ts';

/** Digits behind the point of our numbers, one more than the paper prints. */
const digitsOf = ({ printed }: ClaimFieldsFragment) => (printed.split('.')[1]?.length ?? 0) + 1;

/** The printed number, ours with its interval, and how the two stand; what else there is to say is its title. */
export function ClaimCell({ claim, slip }: { claim: ClaimFieldsFragment; slip: number | null }) {
  const { printed, unit, measured, verdict, reasons, definition, evaluation } = claim;
  const { sign, words } = verdicts[verdict];
  const judged = verdict === 'ABOVE' || verdict === 'BELOW';
  const from = evaluation
    ? [`ours: ${evaluation.name}, ${evaluation.images} images of ${evaluation.dataset}`]
    : [];
  return (
    <div title={[definition, ...reasons, ...from].join('; ')}>
      <span className="font-semibold">{printed}</span>
      {slip !== null && <sup className="ml-0.5 text-accent">slip {slip}</sup>}
      {measured && (
        <div>
          <span className="sr-only">ours </span>
          <Measure measurement={measured} scale={unit === '%' ? 100 : 1} digits={digitsOf(claim)} />
        </div>
      )}
      <div className={`text-xs ${judged ? 'text-accent' : 'text-quiet'}`}>
        <span aria-hidden="true">{sign}</span> {words}
      </div>
    </div>
  );
}
