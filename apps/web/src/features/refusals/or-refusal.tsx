import { KindredError } from '@kindred/client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { RefreshEvery } from '../../ui/refresh-every.tsx';
import { SignIn } from '../people/sign-in.tsx';

/**
 * What `page` resolves to, a form for who isn't signed in, or the API's own words where it refuses otherwise.
 * Not left to error.tsx: in production Next keeps the message of a server's error from the browser.
 */
export async function orRefusal(page: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await page();
  } catch (error) {
    if (!(error instanceof KindredError)) throw error;
    // So that who saves pages knows it from one.
    return (
      <div data-refused={error.code}>
        {error.code === 'UNAUTHENTICATED' ? <SignIn /> : <Refusal error={error} />}
      </div>
    );
  }
}

const titles: Record<string, string> = {
  NOT_FOUND: 'There is nothing here',
  FORBIDDEN: 'You may not see this',
  BAD_INPUT: 'That address can’t be read',
  UNREACHABLE: 'The API doesn’t answer',
};

function Refusal({ error }: { error: KindredError }) {
  // Somebody without a workspace has nothing but an account.
  const [way, words] = error.code === 'FORBIDDEN' ? ['/account', 'Your account'] : ['/', 'All experiments'];
  return (
    <Notice title={titles[error.code] ?? 'The API refused'}>
      <p className="text-ink">{error.message}</p>
      {error.code === 'UNREACHABLE' ? (
        <>
          <p>This page tries again every few seconds.</p>
          <RefreshEvery seconds={3} />
        </>
      ) : (
        <p>
          <Link href={way} className="text-ink underline underline-offset-4">
            {words}
          </Link>
        </p>
      )}
    </Notice>
  );
}
