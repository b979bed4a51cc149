import { NeuronPictureDocument } from '../generated/graphql.ts';
import { KindredError } from '../kindred-error.ts';
import { columns } from './columns.ts';
import { defineCommand } from './command.ts';
import { findModel, modelHelp } from './find-model.ts';
import { hashNames } from './hash-names.ts';
import { readRecipe, recipeOptions } from './recipe-options.ts';

export const hash = defineCommand({
  name: 'hash',
  summary: 'the five hashes of a neuron’s newest picture, in hexadecimal digits',
  operands: [
    { name: 'model', help: modelHelp },
    { name: 'neuron', help: 'layer:channel, as stage2.block0:6' },
  ],
  options: recipeOptions,
  async run([text, at], values, { client }) {
    const { id, name } = await findModel(client, text!);
    const asked = { model: id, at: at!, ...readRecipe(values) };
    const picture = (await client.request(NeuronPictureDocument, asked)).model?.neuron.visualization;
    if (!picture?.hashes)
      throw new KindredError(
        'NOT_FOUND',
        `${at} has no picture in ${name}, or not yet: kindred visualize asks for one and waits for it.`,
      );
    const { hashes, recipe } = picture;
    const digits = hashNames.map((hash) => [hash, hashes[hash].hex]);
    const { preset, seed } = recipe;
    return {
      text: `${at} of ${name} by ${preset}, seed ${seed}; ${hashes.version}\n${columns(digits)}`,
      json: [{ model: id, neuron: at, preset, seed, version: hashes.version, ...Object.fromEntries(digits) }],
    };
  },
});
