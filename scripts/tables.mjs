import { prepare } from './prepare.mjs';

await prepare();
const { launchCommand } = await import('./launch/launch-command.ts');
await launchCommand('apps/worker/src/tables/main.ts', process.argv.slice(2));
