import type { JobFieldsFragment } from '@kindred/client';
import { displayName } from '../models/family.ts';

interface FailedJobsProps {
  jobs: JobFieldsFragment[];
  /** Of the first that failed, where it is none of these. */
  error: string | null | undefined;
}

/** What went wrong, and where. */
export function FailedJobs({ jobs, error }: FailedJobsProps) {
  const failed = jobs.filter(({ status }) => status === 'FAILED');
  return (
    <ul className="wrap-anywhere mt-3 max-w-prose space-y-2 border-accent border-l-2 pl-3 text-sm">
      {failed.map((job) => (
        <li key={job.id}>
          <span className="block text-quiet text-xs">{jobWords(job)}</span>
          {job.error}
        </li>
      ))}
      {failed.length === 0 && <li>{error}</li>}
    </ul>
  );
}

/** `train model · child 2` */
export function jobWords({ name, model }: Pick<JobFieldsFragment, 'name' | 'model'>): string {
  return name.replaceAll('-', ' ') + (model ? ` · ${displayName(model)}` : '');
}
