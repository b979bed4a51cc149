'use client';

import {
  type JobFieldsFragment,
  JobStandingDocument,
  KindredError,
  RequestTopImagesDocument,
  RetryJobDocument,
} from '@kindred/client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { RequestButton } from '../refusals/request-button.tsx';

const askEveryMs = 1500;

/** Asks for the images of a layer in every model that lacks them, waits for them, and says what came of it. */
export function RequestTopImages({ experiment, layer }: { experiment: string; layer: string }) {
  const [job, setJob] = useState<JobFieldsFragment>();
  const ended = !job || ['DONE', 'FAILED', 'CANCELLED'].includes(job.status);
  useFollowed(ended ? undefined : job, setJob);
  async function ask() {
    const { requestTopImages } = await browserApi.request(RequestTopImagesDocument, {
      input: { experiment, layer },
    });
    if (!requestTopImages.job)
      throw new KindredError(
        'CONFLICT',
        'The models that have none yet are not trained: ask again when they are.',
      );
    setJob(requestTopImages.job);
  }
  async function retry(id: string) {
    setJob((await browserApi.request(RetryJobDocument, { id })).retryJob);
  }
  const failed = job && ended && job.status !== 'DONE';
  return (
    <div data-not-in-site className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-xs">
      <p role="status" className="wrap-anywhere max-w-prose empty:hidden">
        {!ended && 'being looked for…'}
        {failed && `They weren’t found: ${job.error ?? 'the job was cancelled.'}`}
        {job?.status === 'DONE' && job.error}
      </p>
      {failed && <RequestButton words="try again" send={() => retry(job.id)} />}
      {ended && !failed && (
        <>
          <RequestButton words={`find the top images of ${layer}`} send={ask} />
          <span className="text-quiet">
            not looked for in every model yet
            <span data-for-editors>: this looks through all test images</span>
          </span>
        </>
      )}
    </div>
  );
}

/** Asks how an open job stands until it has ended, and then for the page's data anew. */
function useFollowed(job: JobFieldsFragment | undefined, changed: (job: JobFieldsFragment) => void): void {
  const router = useRouter();
  useEffect(() => {
    if (!job) return;
    const next = setTimeout(async () => {
      // An API that is away for a moment is asked again.
      const answer = await browserApi.request(JobStandingDocument, { id: job.id }).catch(() => null);
      const now = (answer?.node as JobFieldsFragment | null | undefined) ?? { ...job };
      changed(now);
      if (now.status === 'DONE') router.refresh();
    }, askEveryMs);
    return () => clearTimeout(next);
  }, [job, changed, router]);
}
