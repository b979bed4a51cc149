import { prepare } from './prepare.mjs';

await prepare();
const { backup } = await import('./backup/backup.ts');
process.exitCode = await backup(process.argv.slice(2));
