/** vitest's globalSetup: a PostgreSQL with a migrated template, for createTestDatabase. */
export default async function setup(): Promise<() => Promise<void>> {
  throw new Error();
}
