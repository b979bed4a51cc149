export { createKindredClient, type KindredClient, type KindredClientOptions } from './client.ts';
export * from './generated/graphql.ts';
export { KindredError } from './kindred-error.ts';
