'use client';

import { KindredError } from '@kindred/client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';

/** Asks something of the API and then for the page's data anew; what is refused is kept, to be shown, until the next time or until it is forgotten. */
export function useRequest<Values extends unknown[]>(send: (...values: Values) => Promise<unknown>) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const [pending, startTransition] = useTransition();
  const request = (...values: Values) =>
    startTransition(async () => {
      setRefusal(undefined);
      try {
        await send(...values);
        router.refresh();
      } catch (error) {
        if (!(error instanceof KindredError)) throw error;
        setRefusal(error.message);
      }
    });
  const forget = () => setRefusal(undefined);
  return { request, pending, refusal, forget };
}
