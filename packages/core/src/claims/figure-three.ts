import { antiRandomHalves } from '../models/pruning.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import type { Claim, ClaimSetting } from './claim.ts';
import { pruningWords } from './published-settings.ts';

/** As printed, "layer-index:neuron-number". */
const neurons = ['3a:51', '3b:131', '4a:307', '4b:423', '4c:34', '4d:164', '4e:178', '5a:228', '5b:70'];

type Pairs = 'siblings' | 'snapshots';

/** As printed, a column a neuron. */
export const figureThreeRows: Readonly<Record<Pairs, Readonly<Record<string, string>>>> = {
  siblings: {
    'A-Hash': '31 31 30 34 40 37 24 39 30',
    'P-Hash': '30 32 40 32 36 38 36 30 34',
    'D-Hash': '28 31 34 31 36 31 38 34 39',
    'W-Hash': '36 34 30 30 38 28 26 38 34',
    'C-Hash': '36 34 18 42 26 57 44 33 49',
    Mean: '32.2 32.4 30.4 33.8 35.2 38.2 33.6 34.8 37.2',
  },
  snapshots: {
    'A-Hash': '31 28 31 32 28 36 27 31 28',
    'P-Hash': '30 26 34 30 32 34 34 28 28',
    'D-Hash': '29 30 29 30 26 29 33 29 34',
    'W-Hash': '30 26 28 28 26 30 28 34 30',
    'C-Hash': '29 26 35 54 23 38 20 16 28',
    Mean: '29.8 27.2 33.4 34.8 27.0 33.4 28.4 27.6 29.6',
  },
};

const parts: Readonly<Record<Pairs, { part: string; between: string; setting: Partial<ClaimSetting> }>> = {
  siblings: {
    part: 'Prune and Tune Ensembles',
    between: 'two anti-random children',
    setting: { pruning: pruningWords(antiRandomHalves) },
  },
  snapshots: { part: 'Snapshot Ensembles', between: 'two sequential snapshots', setting: {} },
};
const hashes: Readonly<Record<string, keyof HammingDistance>> = {
  'A-Hash': 'average',
  'P-Hash': 'perceptual',
  'D-Hash': 'difference',
  'W-Hash': 'wavelet',
};
const moreBits = 'C-Hashes up to 57 need more bits than the 42 that one has here; how many is not said';
const setting: ClaimSetting = {
  architecture: 'inceptionv1',
  dataset: 'imagenet',
  tuningEpochs: 10,
  preset: 'paper',
};

/** The paper's Fig. 3, and the mean of each row over its neurons, by which other networks can be compared with it. */
export const figureThree: readonly Claim[] = (['siblings', 'snapshots'] as const).flatMap((pairs) =>
  Object.entries(figureThreeRows[pairs]).flatMap(([row, line]) => {
    const values = line.split(' ');
    const cells = values.map((printed, index) => cellClaim(pairs, row, neurons[index]!, printed));
    return hashes[row] ? [...cells, rowClaim(pairs, row, values.map(Number))] : cells;
  }),
);

function cellClaim(pairs: Pairs, row: string, neuron: string, printed: string): Claim {
  const hash = hashes[row];
  return {
    place: 'figure-3',
    part: parts[pairs].part,
    row,
    column: neuron,
    printed,
    unit: 'bits',
    fromElsewhere: false,
    definition: `${wordsOf(row)}, between ${parts[pairs].between}`,
    requires: {},
    slip: slipOf(pairs, row, neuron),
    subject: hash
      ? { kind: 'pictures', pairs, hash, neuron: `mixed${neuron}` }
      : { kind: 'other-definition', why: moreBits },
    setting: { ...setting, ...parts[pairs].setting },
  };
}

function rowClaim(pairs: Pairs, row: string, values: readonly number[]): Claim {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const cell = cellClaim(pairs, row, 'all nine', mean.toFixed(2));
  return {
    ...cell,
    definition: `${cell.definition}; the mean of the row, which is not printed`,
    slip: null,
    subject: { kind: 'pictures', pairs, hash: hashes[row]! },
  };
}

function wordsOf(row: string): string {
  if (row === 'Mean') return 'mean of the five Hamming distances';
  return `Hamming distance of ${row} (ImageHash [5])${hashes[row] ? ', bits of 64: taken' : ''}`;
}

function slipOf(pairs: Pairs, row: string, neuron: string): string | null {
  if (pairs === 'siblings') return null;
  if (row === 'Mean' && neuron === '4a:307') return 'the rows above it average 31.4';
  return neuron === '3a:51'
    ? null
    : 'the header repeats A-Hash’s numbers: the neuron is that of the pictures';
}
