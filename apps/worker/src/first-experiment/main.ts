import { readEnv } from '../env.ts';
import { readOptions } from './options.ts';
import { runFirstExperiment } from './run-first-experiment.ts';
import { tables } from './tables.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

try {
  const options = readOptions(process.argv.slice(2));
  const summary = await runFirstExperiment(readEnv(), options, process.stderr, interruption.signal);
  console.log(tables(summary));
  if (options.json) console.log(JSON.stringify(summary));
} catch (error) {
  const goesOn = 'Stopped; whoever starts a worker next goes on with the experiment.';
  console.error(interruption.signal.aborted ? goesOn : (error as Error).message);
  process.exitCode = 1;
}
