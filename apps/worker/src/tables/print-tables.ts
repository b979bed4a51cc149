import { distanceDefinitions, printDistances } from '../run-experiment/print-distances.ts';
import { section, table, withInterval } from '../run-experiment/text-table.ts';
import { printClaims } from './print-claims.ts';
import type { Row, Tables } from './read-rows.ts';

/**
 * The paper's Tables I to III with what was measured here, what each ensemble took, Fig. 3 where there are pictures, and the
 * paper's numbers beside that.
 */
export function printTables(tables: Tables): string {
  const { config, backend, codeVersion, dataDigest, networks, ensembles, distances } = tables;
  const { data, parent, evaluate, seed } = config;
  const [first] = [...ensembles, ...networks] as [Row];
  return [
    `${config.name}: ${parent.architecture}, ${data.train} images to train on (${data.augmentation}), ${data.test} to test; seed ${seed}, ${backend}, version ${codeVersion}, test data ${dataDigest.slice(0, 12)}.`,
    section(
      `Table I. The parent and the ensembles, with ${100 * evaluate.confidence} % intervals over the test images`,
      quality([networks[0]!, ...ensembles]),
    ),
    ...(ensembles.length > 0 ? [section('Table II. Diversity of the members', diversity(ensembles))] : []),
    ...(networks.length > 1
      ? [section('Table III. The parent, its children and its lottery ticket', quality(networks))]
      : []),
    section(
      'What it took: epochs of one network (the parent’s included), floating-point operations of training in 10¹², seconds of it, millions of parameters',
      cost([networks[0]!, ...ensembles]),
    ),
    ...printDistances(distances),
    section(
      'Definitions',
      (['accuracy', 'nll', 'ece', 'pdr', 'kl'] as const)
        .flatMap((name) => {
          const measured = first.metrics[name];
          return measured ? [`${name.toUpperCase()}: ${measured.definition}`] : [];
        })
        .concat(distanceDefinitions(distances))
        .join('\n'),
    ),
    printClaims(tables),
    'A claim has a verdict only in the paper’s setting: its number agrees with, or lies above or below, the interval here. * is from others.',
  ].join('\n\n');
}

const nameOf = ({ name, size }: Row) => (size > 1 ? `${name} (M=${size})` : name);

function quality(rows: readonly Row[]): string {
  return table(
    ['', 'ACC %', '', 'NLL', '', 'ECE', ''],
    rows.map((row) => [
      nameOf(row),
      ...withInterval(row.metrics.accuracy, 100, 2),
      ...withInterval(row.metrics.nll, 1, 4),
      ...withInterval(row.metrics.ece, 1, 4),
    ]),
  );
}

function diversity(ensembles: readonly Row[]): string {
  return table(
    ['', 'PDR', '', 'KL', ''],
    ensembles.map((row) => [
      nameOf(row),
      ...withInterval(row.metrics.pdr, 1, 4),
      ...withInterval(row.metrics.kl, 1, 4),
    ]),
  );
}

function cost(rows: readonly Row[]): string {
  return table(
    ['', 'epochs', 'TFLOP', 'seconds', 'parameters'],
    rows.map((row) => [
      nameOf(row),
      row.epochs.toFixed(1),
      (row.flops / 1e12).toPrecision(3),
      row.seconds.toFixed(0),
      row.parameters.toFixed(3),
    ]),
  );
}
