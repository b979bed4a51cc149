import { prepare } from './prepare.mjs';

await prepare();
const { bench } = await import('../bench/src/command.ts');
process.exitCode = await bench(process.argv.slice(2));
