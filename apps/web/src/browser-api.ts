import { createKindredClient } from '@kindred/client';

/** For the workspace that the page shows, though another tab may look at another one by now. */
export const asShown: typeof fetch = (input, init) => {
  // A page's own goes first, where it names one: the layout around it stays when only the page is fetched anew.
  const named = (within: string) => document.querySelector<HTMLElement>(`${within} [data-workspace]`);
  const workspace = (named('main') ?? named('body'))?.dataset.workspace;
  return fetch(input, {
    ...init,
    headers: { ...init?.headers, ...(workspace && { 'x-kindred-workspace': workspace }) },
  });
};

/** The API as the browser reaches it: at the dashboard's own address, which proxy.ts passes on. */
export const browserApi = createKindredClient({ url: '/graphql', fetch: asShown, patienceMs: 5_000 });
