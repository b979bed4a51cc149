import { prepare } from './prepare.mjs';

await prepare();
const { restore } = await import('./backup/restore.ts');
process.exitCode = await restore(process.argv.slice(2));
