import { prepare } from './prepare.mjs';

await prepare();
const { readSettings } = await import('./launch/settings.ts');
const { data } = await import('../apps/worker/src/data/command.ts');
process.exitCode = await data(process.argv.slice(2), readSettings().dataFolder);
