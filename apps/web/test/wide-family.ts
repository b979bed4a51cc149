import type { RunningApi } from '@kindred/api/testing';
import { Experiment, firstExperiment, LayerMatch, Model, publishCatalogue } from '@kindred/core';
import { sampleCatalogue } from '@kindred/core/testing';
import { png } from './pictured-family.ts';

export interface WideFamily {
  experimentId: string;
  layer: string;
  channels: number;
}

const layer = 'wide';
const channels = 2000;
const models = [
  { name: 'parent', kind: 'parent' },
  { name: 'child-1', kind: 'child' },
  { name: 'child-2', kind: 'child' },
] as const;

/** A parent and two siblings with a picture of each neuron of one layer. The higher a neuron's index, the farther apart it is in the two. */
export async function insertWideFamily({ db, artifacts }: RunningApi): Promise<WideFamily> {
  await publishCatalogue(db, {
    architectures: [
      {
        name: 'wide-net',
        description: 'One layer of many neurons.',
        hasDropout: false,
        smallestSide: null,
        classes: null,
        layers: [{ name: layer, channels }],
      },
    ],
    datasets: sampleCatalogue.datasets,
  });
  const digest = await artifacts.put(png, 'image/png', db);
  const config = { ...firstExperiment, parent: { ...firstExperiment.parent, architecture: 'wide-net' } };
  const { id: experimentId } = await db
    .getRepository(Experiment)
    .save({ name: 'A wide layer', config, status: 'done' });
  const saved: Model[] = [];
  for (const [position, model] of models.entries())
    saved.push(
      await db.getRepository(Model).save({
        ...model,
        experimentId,
        architecture: 'wide-net',
        parentId: saved[0]?.id ?? null,
        position,
      }),
    );
  const [, one, other] = saved as [Model, Model, Model];
  await db.getRepository(Model).update(one.id, { siblingId: other.id });
  await db.getRepository(Model).update(other.id, { siblingId: one.id });
  await insertPictures(db, experimentId, digest);
  await db.getRepository(LayerMatch).insert(matchOf(one, other));
  return { experimentId, layer, channels };
}

async function insertPictures(db: RunningApi['db'], experimentId: string, digest: string): Promise<void> {
  await db.query(
    `with painted as (
       insert into visualization (id, model_id, layer, channel, preset, seed, status, image_digest, width, height, activation,
         content_key, backend, code_version)
       select md5(model.id || ' ' || channel)::uuid, model.id, $2, channel, 'quick', 1, 'done', $3, 128, 128, 1.5,
         encode(sha256((model.id || ' ' || channel)::bytea), 'hex'), 'cpu', 'test'
       from model, generate_series(0, $4::integer - 1) as channel where experiment_id = $1
       returning id, model_id, channel
     )
     insert into visualization_hashes (visualization_id, model_id, layer, channel, preset, seed, comparable, version,
       average, perceptual, difference, wavelet, color)
     select painted.id, model_id, $2, channel, 'quick', 1, true, 'imagehash-4.3.2/8/binbits3',
       bits, bits, bits, bits, hashint8extended(channel, 2)::bit(64)::bit(42)
     from painted join model on model.id = model_id,
       lateral (select hashint8extended(channel, 1)::bit(64)
         # case when model.name = 'child-2' then ~((-1)::bigint::bit(64) << (64 * channel / $4)) else 0::bit(64) end as bits) as drawn`,
    [experimentId, layer, digest, channels],
  );
}

/** Each neuron at its own index, but that the first two changed places and the third is nowhere. */
function matchOf(one: Model, other: Model) {
  const correlations = new Float32Array(channels ** 2);
  for (let channel = 0; channel < channels; channel++) correlations[channel * (channels + 1)] = 0.9;
  correlations[0] = correlations[channels + 1] = 0;
  correlations[2 * (channels + 1)] = 0.1;
  correlations[1] = correlations[channels] = 0.9;
  return {
    modelId: one.id,
    otherId: other.id,
    layer,
    channels,
    dataset: 'mnist',
    dataDigest: '0'.repeat(64),
    images: 1000,
    correlations: Buffer.from(correlations.buffer),
    backend: 'cpu',
    codeVersion: 'test',
  };
}
