import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';

/**
 * `npm run generate` assembles the kernels. Their modules are kept beside the text, so that running them takes no assembler.
 */
export async function assemble() {
  const text = await readFile(new URL('max-pool.wat', import.meta.url), 'utf8');
  const { parseWat } = await wabt();
  return parseWat('max-pool.wat', text, { simd: true, bulk_memory: true }).toBinary({}).buffer;
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  await writeFile(new URL('max-pool.wasm', import.meta.url), await assemble());
