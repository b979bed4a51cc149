import { createKindredClient } from '@kindred/client';

/** The API as the browser reaches it: at the dashboard's own address, which proxy.ts passes on. */
export const browserApi = createKindredClient({ url: '/graphql' });
