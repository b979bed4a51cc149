import type { Calibration } from '../../distances/calibrate.ts';
import { type ModelDistance, modelDistances } from '../../distances/model-distances.ts';
import { readHashesFrom } from '../../distances/read-hashes.ts';
import { findFamilies } from '../../models/find-families.ts';
import type { Model } from '../../models/model.entity.ts';
import { pairKinds, pairsOf } from '../../models/model-pairs.ts';
import { formatNeuronRef } from '../../neurons/neuron-ref.ts';
import { hashLengths, hashNames } from '../../visualizations/hash-names.ts';
import type { ParquetColumns } from '../write-parquet.ts';
import type { AnalysisSource, AnalysisTable } from './analysis-table.ts';

const pairColumns = {
  pairs: 'STRING',
  first: 'STRING',
  second: 'STRING',
  preset: 'STRING',
  seed: 'INT32',
} as const satisfies ParquetColumns;

const calibrationColumns = {
  of: 'INT32',
  floor: 'DOUBLE',
  floor_deviation: 'DOUBLE',
  floor_count: 'INT32',
  ceiling: 'DOUBLE',
  ceiling_deviation: 'DOUBLE',
  ceiling_count: 'INT32',
  position: 'DOUBLE',
  z: 'DOUBLE',
} as const satisfies ParquetColumns;

/** A row a pair of siblings, or of neighbours, and hash. */
export const distancesTable: AnalysisTable = {
  name: 'distances',
  what: 'how far apart siblings are, and neighbours: bits, means over neurons, with floor and ceiling',
  columns: {
    ...pairColumns,
    hash: 'STRING',
    mean: 'DOUBLE',
    low: 'DOUBLE',
    high: 'DOUBLE',
    ...calibrationColumns,
    neurons: 'INT32',
    definition: 'STRING',
  },
  async *rows(source) {
    for await (const { pair, distance } of eachPair(source))
      yield hashNames.map((hash) => {
        const { mean, ...calibration } = distance.hashes[hash];
        const { value, low, high, definition } = mean;
        const place = { ...calibrated(calibration), of: hashLengths[hash], neurons: distance.neurons.length };
        return { ...pair, hash, mean: value, low, high, ...place, definition };
      });
  },
};

/** A row a neuron of such a pair, and hash. */
export const neuronDistancesTable: AnalysisTable = {
  name: 'neuron-distances',
  what: 'the same of each neuron',
  columns: {
    ...pairColumns,
    neuron: 'STRING',
    layer: 'STRING',
    channel: 'INT32',
    hash: 'STRING',
    bits: 'INT32',
    ...calibrationColumns,
  },
  async *rows(source) {
    for await (const { pair, distance } of eachPair(source))
      yield distance.neurons.flatMap((compared) =>
        hashNames.map((hash) => {
          const { layer, channel } = compared;
          const neuron = { neuron: formatNeuronRef(compared), layer, channel };
          const place = { ...calibrated(compared.calibrate(hash)), of: hashLengths[hash] };
          return { ...pair, ...neuron, hash, bits: compared.bits(hash), ...place };
        }),
      );
  },
};

/** Every pair of the family that has pictures by the experiment's own recipe, as its columns. */
async function* eachPair({ transaction, experiment: { id, config } }: AnalysisSource) {
  const recipe = { preset: config.visualize.preset, seed: config.seed };
  const family = await findFamilies(transaction, [id]);
  for (const pairs of pairKinds)
    for (const [first, second] of pairsOf(family, pairs)) {
      const distance = await distanceOf(transaction, first, second, recipe);
      if (distance) yield { pair: { pairs, first: first.name, second: second.name, ...recipe }, distance };
    }
}

async function distanceOf(
  transaction: AnalysisSource['transaction'],
  { id: from }: Model,
  { id: to }: Model,
  recipe: { preset: string; seed: number },
): Promise<ModelDistance | null> {
  const [distance = null] = await modelDistances(readHashesFrom(transaction), [{ from, to, ...recipe }]);
  return distance;
}

function calibrated({ floor, ceiling, position, z }: Calibration) {
  return {
    floor: floor?.mean,
    floor_deviation: floor?.deviation,
    floor_count: floor?.count,
    ceiling: ceiling?.mean,
    ceiling_deviation: ceiling?.deviation,
    ceiling_count: ceiling?.count,
    position,
    z,
  };
}
