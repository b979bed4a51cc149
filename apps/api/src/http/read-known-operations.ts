import { readFileSync } from 'node:fs';

const manifest = new URL('../../../../packages/client/src/generated/operations.json', import.meta.url);

/** The texts of the client's operations by their SHA-256, as `npm run generate` wrote them. */
export function readKnownOperations(): ReadonlyMap<string, string> {
  return new Map(Object.entries(JSON.parse(readFileSync(manifest, 'utf8'))));
}
