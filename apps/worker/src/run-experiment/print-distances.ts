import { formatNeuronRef, type HashName, hashNames, type ModelDistance } from '@kindred/core';
import type { Distances, PairDistance } from './read-distances.ts';
import { section, table, withInterval } from './text-table.ts';

const titles: Record<HashName, string> = {
  average: 'A-Hash',
  perceptual: 'P-Hash',
  difference: 'D-Hash',
  wavelet: 'W-Hash',
  color: 'C-Hash',
};

const header = ['', ...hashNames.flatMap((hash) => [titles[hash], ''])];

/** The paper's Fig. 3 with what it leaves out: what each distance is seen beside, and whether the pairs differ. */
export function printDistances({ pairs, test }: Distances): string[] {
  if (pairs.length === 0) return [];
  return [
    ...pairs.map(printPair),
    printTest(test),
    'A neuron that stays silent in one of the two, so that nothing moves its picture from the start, is left out.',
  ];
}

/** The words of each number. */
export function distanceDefinitions({ pairs, test }: Distances): string[] {
  const [pair] = pairs;
  if (!pair) return [];
  const { mean, floor, ceiling, definition } = pair.distance.hashes.average;
  return [
    `A-HASH: ${mean.definition}`,
    ...[floor, ceiling].flatMap((reference) => reference?.definition ?? []),
    definition,
    ...(test.hashes ? [`p: ${test.hashes.average.definition}`] : []),
  ];
}

function printPair({ models, distance: { neurons, hashes } }: PairDistance): string {
  const row = (name: string, cells: (hash: HashName) => [string, string]) => [
    name,
    ...hashNames.flatMap(cells),
  ];
  return section(
    `Fig. 3. Hamming distance between ${models.join(' and ')}, bits of 64 (color: of 42); in brackets the means of floor and ceiling`,
    table(header, [
      ...neurons.map((neuron) =>
        row(formatNeuronRef(neuron), (hash) => {
          const { floor, ceiling } = neuron.calibrate(hash);
          return [String(neuron.bits(hash)), `(${show(floor?.mean, 0)}, ${show(ceiling?.mean, 0)})`];
        }),
      ),
      row('mean', (hash) => withInterval(hashes[hash].mean, 1, 1)),
      row('floor', (hash) => reference(hashes[hash].floor)),
      row('ceiling', (hash) => reference(hashes[hash].ceiling)),
      row('position', (hash) => [show(hashes[hash].position, 2), '']),
      row('z', (hash) => [show(hashes[hash].z, 2), '']),
    ]),
  );
}

function printTest({ hashes, neurons, missing }: Distances['test']): string {
  const title = 'Are siblings farther apart than snapshots?';
  if (!hashes) return `${title} There is no test: ${missing.join(', ')}.`;
  return section(
    `${title} Difference in bits, mean over ${neurons} neurons`,
    table(header, [
      ['difference', ...hashNames.flatMap((hash) => withInterval(hashes[hash].effect, 1, 1))],
      ['p', ...hashNames.flatMap((hash) => [hashes[hash].p.toFixed(4), ''])],
    ]),
  );
}

function reference(found: ModelDistance['hashes'][HashName]['floor']): [string, string] {
  if (!found) return ['–', ''];
  return [show(found.mean, 1), found.deviation === null ? '' : `±${show(found.deviation, 1)}`];
}

function show(value: number | null | undefined, digits: number): string {
  return value == null ? '–' : value.toFixed(digits);
}
