import {
  MaskOverlapDocument,
  type MaskOverlapFieldsFragment,
  ModelDistanceDocument,
  type ModelDistanceFieldsFragment,
} from '../generated/graphql.ts';
import { table } from './columns.ts';
import { defineCommand } from './command.ts';
import { findModel, modelHelp } from './find-model.ts';
import { hashNames } from './hash-names.ts';
import { fixed, withInterval } from './numbers.ts';
import { readRecipe, recipeOptions } from './recipe-options.ts';

export const compare = defineCommand({
  name: 'compare',
  summary: 'how far apart two models are: their pictures by five hashes, and what their masks share',
  operands: [
    { name: 'A', help: modelHelp },
    { name: 'B', help: 'another one' },
  ],
  options: recipeOptions,
  async run(operands, values, { client }) {
    const [a, b] = await Promise.all([findModel(client, operands[0]!), findModel(client, operands[1]!)]);
    const pair = { model: a.id, against: b.id, ...readRecipe(values) };
    const relatives = a.experiment.id === b.experiment.id;
    const [distances, masks] = await Promise.all([
      client.request(ModelDistanceDocument, pair),
      relatives ? client.request(MaskOverlapDocument, { model: a.id, other: b.id }) : null,
    ]);
    const distance = distances.model?.distanceTo ?? null;
    const maskOverlap = masks?.model?.maskOverlap ?? null;
    return {
      text: [distanceText(a.name, b.name, distance), maskText(maskOverlap)].join('\n\n'),
      json: [{ models: [a, b], distance, maskOverlap }],
    };
  },
});

function distanceText(a: string, b: string, distance: ModelDistanceFieldsFragment | null): string {
  if (!distance) return `No neuron has a picture in both ${a} and ${b}: kindred visualize asks for some.`;
  const { preset, seed } = distance;
  const { mean, calibration } = distance.average;
  return [
    `Hamming distance between ${a} and ${b} by ${preset}, seed ${seed}: bits, mean over neurons`,
    table(
      ['', 'bits', '', 'of', 'floor', 'ceiling', 'position', 'z'],
      hashNames.map((hash) => {
        const { mean, of, calibration } = distance[hash];
        const { floor, ceiling, position, z } = calibration;
        return [
          hash,
          ...withInterval(mean, 1, 1),
          String(of),
          fixed(floor?.mean, 1),
          fixed(ceiling?.mean, 1),
          fixed(position, 2),
          fixed(z, 2),
        ];
      }),
    ),
    '',
    ...[mean, calibration.floor, calibration.ceiling, calibration].flatMap((part) => part?.definition ?? []),
    ...calibration.missing,
  ].join('\n');
}

function maskText(overlap: MaskOverlapFieldsFragment | null): string {
  if (!overlap) return 'Masks: one of the two has none, or they are of two families.';
  const { weights, both, neither, distance, complements } = overlap;
  const one = weights - both - neither;
  const nature = complements ? '; each is the other’s complement' : '';
  return `Masks: of ${weights} weights ${both} are kept by both, ${one} by one of them, ${neither} by neither; Cartesian distance ${fixed(distance, 1)}${nature}.`;
}
