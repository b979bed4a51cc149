import { prepare } from './prepare.mjs';

await prepare();
const { firstExperiment } = await import('./launch/first-experiment.ts');
await firstExperiment(process.argv.slice(2));
