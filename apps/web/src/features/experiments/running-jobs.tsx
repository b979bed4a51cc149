import type { JobFieldsFragment } from '@kindred/client';
import { duration } from '../../ui/numbers.ts';
import { jobWords } from './failed-jobs.tsx';

/** What the workers are doing at this moment. */
export function RunningJobs({ jobs }: { jobs: JobFieldsFragment[] }) {
  const running = jobs.filter(({ status }) => status === 'RUNNING');
  if (running.length === 0) return <p className="text-quiet text-xs">Waiting for a worker.</p>;
  return (
    <ul className="space-y-1 text-xs">
      {running.map(({ progress, ...job }) => (
        <li key={job.id} className="flex justify-between gap-4">
          <span>{jobWords(job)}</span>
          <span className="text-quiet">
            {progress.total > 0 && `${progress.done} of ${progress.total} ${progress.unit}`}
            {progress.secondsLeft != null && ` · ${duration(progress.secondsLeft)} left`}
          </span>
        </li>
      ))}
    </ul>
  );
}
