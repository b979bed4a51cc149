import { createKindredClient } from '@kindred/client';

/** For the workspace that the page shows, though another tab may look at another one by now. */
const asShown: typeof fetch = (input, init) => {
  const workspace = document.querySelector<HTMLElement>('[data-workspace]')?.dataset.workspace;
  return fetch(input, {
    ...init,
    headers: { ...init?.headers, ...(workspace && { 'x-kindred-workspace': workspace }) },
  });
};

/** The API as the browser reaches it: at the dashboard's own address, which proxy.ts passes on. */
export const browserApi = createKindredClient({ url: '/graphql', fetch: asShown });
