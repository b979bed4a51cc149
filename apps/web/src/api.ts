import { createKindredClient } from '@kindred/client';
import { cookies, headers } from 'next/headers';
import { env } from './env.ts';

/** Whoever looks at the page asks, from where they are. */
export const asVisitor: typeof fetch = async (input, init) => {
  const asked = await headers();
  const [cookie, key, from] = [
    (await cookies()).toString(),
    asked.get('authorization'),
    asked.get('x-forwarded-for'),
  ];
  const theirs = {
    ...(cookie && { cookie }),
    ...(key && { authorization: key }),
    ...(from && { 'x-forwarded-for': from }),
  };
  return fetch(input, { ...init, headers: { ...init?.headers, ...theirs } });
};

/** The API as server components reach it. */
export const api = createKindredClient({
  url: new URL('/graphql', env.apiUrl).href,
  fetch: asVisitor,
  patienceMs: 5_000,
});
