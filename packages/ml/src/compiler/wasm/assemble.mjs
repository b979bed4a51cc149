import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';

export const modules = ['max-pool', 'resample', '../../hashing/kernels'];

/**
 * `npm run generate` assembles the kernels. Their modules are kept beside the text, so that running them takes no assembler.
 *
 * @param {string} name
 */
export async function assemble(name) {
  const text = await readFile(new URL(`${name}.wat`, import.meta.url), 'utf8');
  const { parseWat } = await wabt();
  return parseWat(`${name}.wat`, text, { simd: true, bulk_memory: true }).toBinary({}).buffer;
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  for (const name of modules) await writeFile(new URL(`${name}.wasm`, import.meta.url), await assemble(name));
