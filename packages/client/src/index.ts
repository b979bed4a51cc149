export {
  createKindredClient,
  type KindredClient,
  type KindredClientOptions,
  type RequestOptions,
} from './client.ts';
export * from './generated/graphql.ts';
export { KindredError, unreachable } from './kindred-error.ts';
export { type Page, pages } from './pages.ts';
export type { AddedImage } from './send-own-image.ts';
export type { ImportedExperiment } from './transfer-archive.ts';
