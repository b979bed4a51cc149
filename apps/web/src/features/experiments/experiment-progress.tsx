import type { ExperimentStandingFragment } from '@kindred/client';
import { duration } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** How far the experiment has come and how long it still takes, at the rate so far. */
export function ExperimentProgress({
  experiment: { name, missingLabels, progress },
}: {
  experiment: ExperimentStandingFragment;
}) {
  return (
    <div className="space-y-1.5 text-xs">
      <ProgressBar share={progress.share} label={`Progress of ${name}`} />
      <div className="flex justify-between gap-4 text-quiet">
        <span>
          {progress.done} of {progress.total} {progress.unit}
        </span>
        <span>{progress.secondsLeft == null ? '' : `${duration(progress.secondsLeft)} left`}</span>
      </div>
      {missingLabels.length > 0 && <p>Waits for a worker with {missingLabels.join(', ')}</p>}
    </div>
  );
}
