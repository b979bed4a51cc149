import { prepare } from './prepare.mjs';

await prepare();
const { launch } = await import('./launch/launch.ts');
await launch(process.argv.slice(2));
