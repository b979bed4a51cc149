import { prepare } from './prepare.mjs';

await prepare();
const { load } = await import('../bench/src/load/command.ts');
process.exitCode = await load(process.argv.slice(2));
