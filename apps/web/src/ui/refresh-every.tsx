'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Fetches the page's data again every few seconds for as long as it is shown, but not while nobody sees it. */
export function RefreshEvery({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
