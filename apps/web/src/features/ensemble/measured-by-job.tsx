import { Definitions } from '../evaluations/definitions.tsx';
import { Measure } from '../evaluations/measure.tsx';
import { metrics } from '../evaluations/metrics.ts';
import { AskButton } from '../refusals/ask-button.tsx';
import { Refusal } from '../refusals/refusal.tsx';
import type { Predictions } from './read-predictions.ts';
import { useMeasured } from './use-measured.ts';

interface MeasuredByJobProps {
  predictions: Predictions;
  chosen: string[];
  /** Why nothing is measured here. */
  reason: string;
}

/** Where the browser can't measure the members chosen: what the graph has of them, or the way to have a worker do it. */
export function MeasuredByJob({ predictions, chosen, reason }: MeasuredByJobProps) {
  const { found, refusal, request } = useMeasured(predictions, chosen);
  const evaluation = found?.evaluation;
  const job = found?.job;
  const underWay = job != null && job.status !== 'FAILED' && job.status !== 'CANCELLED';
  return (
    <div className="mb-6 max-w-prose space-y-3 border-rule border-l-2 pl-3 text-sm">
      <p>{reason} A worker can measure any members instead.</p>
      {evaluation && (
        <>
          <dl className="flex flex-wrap gap-x-6 gap-y-1">
            {metrics.map(({ name, heading, scale, digits }) => (
              <div key={name}>
                <dt className="text-quiet text-xs">{heading}</dt>
                <dd>
                  <Measure measurement={evaluation[name]} scale={scale} digits={digits} />
                </dd>
              </div>
            ))}
          </dl>
          <Definitions evaluations={[evaluation]} />
        </>
      )}
      {found && !evaluation && predictions.mayAsk && chosen.length > 0 && (
        <AskButton words="measure the models ticked" pending={underWay} onClick={request} />
      )}
      {job?.error && <p className="text-quiet text-xs">{job.error}</p>}
      <Refusal className="block text-xs">{refusal}</Refusal>
    </div>
  );
}
