import { createKindredClient } from '@kindred/client';
import { cookies } from 'next/headers';
import { env } from './env.ts';

/** Whoever looks at the page asks. */
const asVisitor: typeof fetch = async (input, init) => {
  const cookie = (await cookies()).toString();
  return fetch(input, { ...init, headers: { ...init?.headers, ...(cookie && { cookie }) } });
};

/** The API as server components reach it. */
export const api = createKindredClient({ url: new URL('/graphql', env.apiUrl).href, fetch: asVisitor });
