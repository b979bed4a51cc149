import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { assemble } from './assemble.mjs';

it('the module that is run is what its text says; `npm run generate` makes it so', async () => {
  expect(new Uint8Array(await assemble())).toEqual(
    new Uint8Array(await readFile(new URL('max-pool.wasm', import.meta.url))),
  );
});
