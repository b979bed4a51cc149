import { readEnv } from '../env.ts';
import { readOptions } from './options.ts';
import { runFirstExperiment } from './run-first-experiment.ts';
import { tables } from './tables.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const summary = await runFirstExperiment(readEnv(), options, process.stderr);
  console.log(tables(summary));
  if (options.json) console.log(JSON.stringify(summary));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
