'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Fetches the page's data again every few seconds for as long as it is shown. */
export function RefreshEvery({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
