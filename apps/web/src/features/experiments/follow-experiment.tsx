'use client';

import { ExperimentChangedDocument } from '@kindred/client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { browserApi } from '../../browser-api.ts';

/** A page asks the API a dozen things; a running experiment changes many times a second. */
const refreshEveryMs = 1500;

/** After the socket was lost. */
const retryMs = 3000;

/**
 * Shows the page's data anew whenever the experiment changes. The subscription only says that something changed: what
 * the page shows comes from one place, its server component. The socket reaches the API through proxy.ts.
 */
export function FollowExperiment({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => {
    const leave = new AbortController();
    void follow(
      id,
      throttled(() => router.refresh(), leave.signal),
      leave.signal,
    );
    return () => leave.abort();
  }, [id, router]);
  return null;
}

async function follow(id: string, changed: () => void, leave: AbortSignal): Promise<void> {
  while (!leave.aborted) {
    const changes = browserApi.subscribe(ExperimentChangedDocument, { id })[Symbol.asyncIterator]();
    leave.addEventListener('abort', () => void changes.return?.(), { once: true });
    try {
      while (!(await changes.next()).done) changed();
    } catch {
      // The page keeps what it shows; if the API is gone for good, the next refresh says so.
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    changed();
  }
}

/** Calls `act` at most once every `refreshEveryMs`, and once more after the last call. */
function throttled(act: () => void, leave: AbortSignal): () => void {
  let planned = false;
  let last = 0;
  return () => {
    if (planned || leave.aborted) return;
    planned = true;
    setTimeout(
      () => {
        planned = false;
        last = Date.now();
        if (!leave.aborted) act();
      },
      Math.max(0, last + refreshEveryMs - Date.now()),
    );
  };
}
