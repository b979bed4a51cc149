export * from './create-test-database.ts';
export * from './insert-family.ts';
