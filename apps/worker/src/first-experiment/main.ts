import { readEnv } from '../env.ts';
import { readOptions } from './options.ts';
import { runFirstExperiment } from './run-first-experiment.ts';
import { tables } from './tables.ts';

const interruption = new AbortController();
// Ctrl-C comes twice: from the terminal, and from who started this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());

try {
  const options = readOptions(process.argv.slice(2));
  const summary = await runFirstExperiment(readEnv(), options, process.stderr, interruption.signal);
  console.log(tables(summary));
  if (options.json) console.log(JSON.stringify(summary));
} catch (error) {
  const goesOn = 'Stopped. What was begun goes on at the next start.';
  console.error(interruption.signal.aborted ? goesOn : (error as Error).message);
  process.exitCode = 1;
}
