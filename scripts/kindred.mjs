import { prepare } from './prepare.mjs';

await prepare();
const { kindred } = await import('../packages/client/src/commands/kindred.ts');
process.exitCode = await kindred(process.argv.slice(2), process);
