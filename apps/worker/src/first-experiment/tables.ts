import type { HammingDistance, NeuronDistances } from '@kindred/core';
import { section, table, withInterval } from '../run-experiment/text-table.ts';
import type { Member, Summary } from './summary.ts';

/** The paper's Tables III and II and its Fig. 3, with what was measured here. */
export function tables(summary: Summary): string {
  const { parent, children, snapshots, ensemble, snapshotEnsemble, neurons } = summary;
  const networks = [parent, ...children, ...snapshots];
  const ensembles = [ensemble, snapshotEnsemble];
  return [
    `${summary.name}: ${summary.dataset}, ${summary.trainImages} images to train on, ${summary.testImages} to test; seed ${summary.seed}, ${summary.backend}.`,
    section('Table III. Networks and ensembles', qualityTable([...networks, ...ensembles])),
    section('Table II. Disagreement between members', diversityTable(ensembles)),
    section(
      'Fig. 3. Hamming distance between two siblings, bits of 64 (color: of 42)',
      distanceTable(firstPair(neurons.siblings)),
    ),
    section('Fig. 3. Hamming distance between two snapshots', distanceTable(firstPair(neurons.snapshots))),
    'Unrelated pictures lie near 32 of 64 bits; a distance says more beside that of the same network under another seed.\nA neuron that stays silent in one of the two, so that nothing moves its picture from the start, is left out.',
    section('Definitions', definitions(ensemble).join('\n')),
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

const hashNames: [keyof HammingDistance, string][] = [
  ['average', 'A-Hash'],
  ['perceptual', 'P-Hash'],
  ['difference', 'D-Hash'],
  ['wavelet', 'W-Hash'],
  ['color', 'C-Hash'],
];

function distanceTable(neurons: readonly NeuronDistances[]): string {
  const mean = (values: number[]) =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
  return table(
    ['', ...hashNames.map(([, name]) => name)],
    [
      ...neurons.map((neuron) => [neuron.neuron, ...hashNames.map(([hash]) => String(neuron[hash]))]),
      ['mean', ...hashNames.map(([hash]) => mean(neurons.map((neuron) => neuron[hash])))],
    ],
  );
}

function firstPair(neurons: readonly NeuronDistances[]): NeuronDistances[] {
  return neurons.filter(({ models }) => models.join() === neurons[0]!.models.join());
}

const metricNames = ['accuracy', 'nll', 'ece', 'pdr', 'kl'] as const;

function definitions({ metrics }: Member): string[] {
  return metricNames.map((name) => `${name.toUpperCase()}: ${metrics[name]!.definition}`);
}
