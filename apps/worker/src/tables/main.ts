import { findDataset, openDatasets } from '@kindred/ml';
import { runCommand } from '../run-experiment/command.ts';
import { runExperiment } from '../run-experiment/run-experiment.ts';
import { architectureOf } from './architecture-of.ts';
import { readOptions } from './options.ts';
import { printTables } from './print-tables.ts';
import { readTables } from './read-rows.ts';

await runCommand(async (args, env, signal) => {
  const datasets = await openDatasets(env.KINDRED_DATA);
  const { config, json } = await readOptions(args, datasets, (file) =>
    architectureOf(env.KINDRED_DATA, file),
  );
  const data = findDataset(datasets, config.data.name);
  const tables = await runExperiment(
    env,
    config,
    (db, id) => readTables(db, id, data),
    process.stderr,
    signal,
  );
  console.log(printTables(tables));
  if (json) console.log(JSON.stringify(tables));
});
