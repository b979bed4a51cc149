import { distanceDefinitions, printDistances } from '../run-experiment/print-distances.ts';
import { section, table, withInterval } from '../run-experiment/text-table.ts';
import type { Member, Summary } from './summary.ts';

/** The paper's Tables III and II and its Fig. 3, with what was measured here. */
export function tables(summary: Summary): string {
  const { parent, children, snapshots, ensemble, snapshotEnsemble, distances } = summary;
  const networks = [parent, ...children, ...snapshots];
  const ensembles = [ensemble, snapshotEnsemble];
  return [
    `${summary.name}: ${summary.dataset}, ${summary.trainImages} images to train on, ${summary.testImages} to test; seed ${summary.seed}, ${summary.backend}.`,
    section('Table III. Networks and ensembles', qualityTable([...networks, ...ensembles])),
    section('Table II. Disagreement between members', diversityTable(ensembles)),
    ...printDistances(distances),
    section('Definitions', [...definitions(ensemble), ...distanceDefinitions(distances)].join('\n')),
  ].join('\n\n');
}

function qualityTable(members: readonly Member[]): string {
  return table(
    ['', 'ACC %', '', 'NLL', '', 'ECE', ''],
    members.map(({ name, metrics: { accuracy, nll, ece } }) => [
      name,
      ...withInterval(accuracy, 100, 2),
      ...withInterval(nll, 1, 4),
      ...withInterval(ece, 1, 4),
    ]),
  );
}

function diversityTable(ensembles: readonly Member[]): string {
  return table(
    ['', 'PDR', '', 'KL', ''],
    ensembles.map(({ name, metrics: { pdr, kl } }) => [
      name,
      ...withInterval(pdr!, 1, 4),
      ...withInterval(kl!, 1, 4),
    ]),
  );
}

const metricNames = ['accuracy', 'nll', 'ece', 'pdr', 'kl'] as const;

function definitions({ metrics }: Member): string[] {
  return metricNames.map((name) => `${name.toUpperCase()}: ${metrics[name]!.definition}`);
}
