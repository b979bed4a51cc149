import { createKindredClient } from '@kindred/client';
import { env } from './env.ts';

/** The API as server components reach it. */
export const api = createKindredClient({ url: new URL('/graphql', env.apiUrl).href });
