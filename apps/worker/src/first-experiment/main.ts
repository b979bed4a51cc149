import { runCommand } from '../run-experiment/command.ts';
import { runExperiment } from '../run-experiment/run-experiment.ts';
import { readOptions } from './options.ts';
import { summarize } from './summary.ts';
import { tables } from './tables.ts';

await runCommand(async (args, env, signal) => {
  const { config, json } = readOptions(args);
  const summary = await runExperiment(env, config, summarize, process.stderr, signal);
  console.log(tables(summary));
  if (json) console.log(JSON.stringify(summary));
});
