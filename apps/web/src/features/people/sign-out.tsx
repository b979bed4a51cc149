'use client';

import { postAccount } from './accounts.ts';

export function SignOut({ name }: { name: string }) {
  const signOut = async () => {
    await postAccount('sign-out');
    location.assign('/');
  };
  return (
    <button
      type="button"
      onClick={signOut}
      title={`Sign out ${name}`}
      className="shrink-0 cursor-pointer hover:text-accent"
    >
      Sign out
    </button>
  );
}
