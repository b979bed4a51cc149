export * from './create-test-database.ts';
export * from './inert-queue.ts';
export { storeInserted } from './insert-artifact.ts';
export * from './insert-checkpoint-pictures.ts';
export * from './insert-family.ts';
export * from './insert-grids.ts';
export * from './insert-saliency-maps.ts';
export * from './sample-catalogue.ts';
export * from './sample-results.ts';
