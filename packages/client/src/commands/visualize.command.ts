import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RequestVisualizationsDocument } from '../generated/graphql.ts';
import { defineCommand } from './command.ts';
import { findModel, modelHelp } from './find-model.ts';
import { wholeNumber } from './recipe-options.ts';
import { showProgress } from './show-progress.ts';
import { type Picture, untilPictured } from './until-pictured.ts';

export const visualize = defineCommand({
  name: 'visualize',
  summary: 'asks for pictures of neurons, waits for them and saves them as PNG',
  operands: [
    { name: 'model', help: modelHelp },
    { name: 'neuron', help: 'layer:channel, as stage2.block0:6', takes: 'one or more' },
  ],
  options: {
    preset: { type: 'string', value: 'name', help: 'quick, lucent or paper', default: 'quick' },
    seed: { type: 'string', value: 'n', help: 'of start image and transforms; the experiment’s without' },
    out: { type: 'string', value: 'folder', help: 'to save them in, made if need be', default: '.' },
  },
  async run([text, ...neurons], { preset, seed: seedText, out }, { client, stderr }) {
    const model = await findModel(client, text!);
    const seed = seedText === undefined ? model.experiment.seed : wholeNumber('seed', seedText);
    await client.request(RequestVisualizationsDocument, {
      input: { models: [model.id], neurons, preset, seed },
    });
    const progress = showProgress(stderr);
    const json: { neuron: string; file: string | null; error: string | null }[] = [];
    for (const neuron of neurons) {
      progress.show(`${json.length} of ${neurons.length} pictures done`);
      const picture = await untilPictured(client, { model: model.id, at: neuron, preset, seed });
      const file = path.join(out, fileName([model.name, neuron, preset, seed]));
      if (picture.image) await save(file, await client.artifact(picture.image.digest));
      json.push({ neuron, ...outcomeOf(picture, file) });
    }
    progress.end();
    const failed = json.filter(({ error }) => error !== null);
    return {
      text: json.flatMap(({ file }) => file ?? []).join('\n'),
      json,
      ...(failed.length > 0 && {
        failure: failed.map(({ neuron, error }) => `${neuron}: ${error}`).join('\n'),
      }),
    };
  },
});

function outcomeOf({ image, error }: Picture, file: string): { file: string | null; error: string | null } {
  return image ? { file, error: null } : { file: null, error: error ?? 'it failed' };
}

/** Names from elsewhere are no paths here. */
function fileName(parts: readonly (string | number)[]): string {
  return `${parts.join('-').replaceAll(/[^\w.@-]/g, '-')}.png`;
}

async function save(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
