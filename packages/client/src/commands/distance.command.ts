import type { KindredClient } from '../client.ts';
import {
  NeuronDistanceDocument,
  type NeuronDistanceFieldsFragment,
  PairDistancesDocument,
} from '../generated/graphql.ts';
import { KindredError } from '../kindred-error.ts';
import { pages } from '../pages.ts';
import { table } from './columns.ts';
import { defineCommand } from './command.ts';
import { findModel, modelHelp } from './find-model.ts';
import { hashNames } from './hash-names.ts';
import { fixed } from './numbers.ts';
import { type Recipe, readRecipe, recipeOptions } from './recipe-options.ts';

interface Found {
  neuron: string;
  distance: NeuronDistanceFieldsFragment;
}

interface Pair extends Recipe {
  a: string;
  b: string;
}

export const distance = defineCommand({
  name: 'distance',
  summary: 'unequal bits of the pictures of one neuron, or of all, in two models',
  operands: [
    { name: 'A', help: modelHelp },
    { name: 'B', help: 'another one' },
    {
      name: 'neuron',
      help: 'layer:channel, as stage2.block0:6; all that have a picture without',
      takes: 'one or none',
    },
  ],
  options: recipeOptions,
  async run([textA, textB, neuron], values, { client }) {
    const [a, b] = await Promise.all([findModel(client, textA!), findModel(client, textB!)]);
    const pair = { a: a.id, b: b.id, ...readRecipe(values) };
    const found = neuron ? await ofOne(client, pair, neuron) : await ofAll(client, pair);
    if (found.length === 0)
      throw new KindredError(
        'NOT_FOUND',
        `${neuron ?? 'No neuron'} has ${neuron ? 'no ' : 'a '}picture in both ${a.name} and ${b.name} by one recipe, or stays silent: kindred visualize asks for some.`,
      );
    return {
      text: `Hamming distance between ${a.name} and ${b.name}, bits; in brackets the means of floor and ceiling\n${distanceTable(found)}`,
      json: found.map((each) => ({ models: [a.id, b.id], ...each })),
    };
  },
});

async function ofOne(client: KindredClient, { a, b, ...recipe }: Pair, at: string): Promise<Found[]> {
  const { model } = await client.request(NeuronDistanceDocument, { model: a, to: b, at, ...recipe });
  const distance = model?.neuron.distanceTo;
  return distance ? [{ neuron: at, distance }] : [];
}

async function ofAll(client: KindredClient, { a, b, ...recipe }: Pair): Promise<Found[]> {
  const found: Found[] = [];
  const variables = { model: a, against: b, first: 100, ...recipe };
  const neurons = pages(
    client,
    PairDistancesDocument,
    variables,
    (answer) => answer.model?.visualizedNeurons,
  );
  for await (const { ref, distanceTo } of neurons)
    if (distanceTo) found.push({ neuron: String(ref), distance: distanceTo });
  return found;
}

function distanceTable(found: readonly Found[]): string {
  return table(
    ['', ...hashNames.flatMap((hash) => [hash, ''])],
    found.map(({ neuron, distance }) => [
      neuron,
      ...hashNames.flatMap((hash) => {
        const { bits, calibration } = distance[hash];
        const { floor, ceiling } = calibration;
        return [String(bits), `(${fixed(floor?.mean, 0)}, ${fixed(ceiling?.mean, 0)})`];
      }),
    ]),
  );
}
