import type { EstimateExperimentQuery } from '@kindred/client';
import { count, duration } from '../../ui/numbers.ts';

interface EstimateViewProps {
  /** Nothing while there is something to mend, and before the first answer. */
  estimate: EstimateExperimentQuery['estimate'] | undefined;
  asking: boolean;
}

/** Time, images and operations before anything is started; it keeps its place while it is not known. */
export function EstimateView({ estimate, asking }: EstimateViewProps) {
  const { seconds, images, floatingPointOperations, jobs, missing = [] } = estimate ?? {};
  const rows = [
    ['time', seconds == null ? '–' : `about ${duration(seconds)}`, 'of one job after the other'],
    ['images', images === undefined ? '–' : count(images), 'passes of one image; back counts as two'],
    [
      'operations',
      floatingPointOperations == null ? '–' : `${(floatingPointOperations / 1e12).toPrecision(3)} TFLOP`,
      'floating-point, two a multiply-add',
    ],
    ['jobs', jobs === undefined ? '–' : count(jobs), 'each on one computing process'],
  ];
  return (
    <div aria-live="polite" aria-busy={asking}>
      <dl className="grid grid-cols-[auto_auto_1fr] items-baseline gap-x-4 gap-y-1">
        {rows.map(([term, value, meaning]) => (
          <div key={term} className="contents">
            <dt className="text-quiet">{term}</dt>
            <dd className="text-right">{value}</dd>
            <dd className="text-quiet text-xs">{meaning}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <ul className="mt-3 space-y-1 text-quiet text-xs">
          {missing.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
