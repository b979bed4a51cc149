import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { assemble, modules } from './assemble.mjs';

it.each(modules)('the module %s is what its text says; `npm run generate` makes it so', async (name) => {
  expect(new Uint8Array(await assemble(name))).toEqual(
    new Uint8Array(await readFile(new URL(`${name}.wasm`, import.meta.url))),
  );
});
