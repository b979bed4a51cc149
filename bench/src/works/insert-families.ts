import { createHash } from 'node:crypto';
import { Experiment, firstExperiment, Model, publishCatalogue } from '@kindred/core';
import type { DataSource } from 'typeorm';
import { draw } from './insert-pictures.ts';

export interface FamilyShape {
  /** Experiments of one family each: a parent, its children in pairs of siblings, and a snapshot. */
  families: number;
  /** Of each family; an even number. */
  children: number;
  layers: number;
  /** Of each layer; every model has a picture of each of its neurons. */
  channels: number;
}

const architecture = 'bench';
export const layerName = (layer: number): string => `stage${layer + 1}.block0`;

/** Finished families, the same each time. Hashes are random bits; artifacts have rows but no files. */
export async function insertFamilies(
  db: DataSource,
  shape: FamilyShape,
  onInserted: (families: number) => void,
): Promise<void> {
  await publishCatalogue(db, { architectures: [describeArchitecture(shape)], datasets: [] });
  for (let family = 1; family <= shape.families; family++) {
    await insertModels(db, family, shape.children);
    await insertPicturesOf(db, family);
    onInserted(family);
  }
  await db.query('vacuum analyze');
}

/** The id of a family's model by name, or of its experiment. */
export function idOf(family: number, name: string): string {
  const digits = createHash('md5').update(`${name} of family ${family}`).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function describeArchitecture({ layers, channels }: FamilyShape) {
  return {
    name: architecture,
    description: 'Neurons to ask about.',
    hasDropout: false,
    smallestSide: null,
    classes: null,
    layers: Array.from({ length: layers }, (_, layer) => ({ name: layerName(layer), channels })),
  };
}

async function insertModels(db: DataSource, family: number, children: number): Promise<void> {
  const experimentId = idOf(family, 'experiment');
  const parentId = idOf(family, 'parent');
  const common = { experimentId, architecture };
  const child = (number: number) => `child-${number}`;
  await db.transaction(async (transaction) => {
    await transaction.insert(Experiment, {
      id: experimentId,
      name: `Family ${family}`,
      config: firstExperiment,
      status: 'done',
    });
    await transaction.insert(Model, { ...common, id: parentId, name: 'parent', kind: 'parent', position: 0 });
    await transaction.insert(
      Model,
      Array.from({ length: children }, (_, index) => index + 1).map((number) => ({
        ...common,
        id: idOf(family, child(number)),
        parentId,
        siblingId: idOf(family, child(number % 2 ? number + 1 : number - 1)),
        name: child(number),
        kind: 'child' as const,
        position: number,
        sparsity: 0.5,
      })),
    );
    const name = 'snapshot-1';
    await transaction.insert(Model, {
      ...common,
      id: idOf(family, name),
      parentId,
      name,
      kind: 'snapshot',
      position: children + 1,
    });
  });
}

async function insertPicturesOf(db: DataSource, family: number): Promise<void> {
  const hash = (place: number, bits: number) => `${draw('number', place)}::bit(64)::bit(${bits})`;
  await db.query(
    `with drawn as materialized (
       select md5(model.id || layer.name || channel)::uuid as id, model.id as model_id, layer.name as layer, channel,
         encode(sha256((model.id || layer.name || channel)::bytea), 'hex') as digest,
         hashtextextended(model.id || layer.name || channel, 0) as number
       from model join layer using (architecture), generate_series(0, layer.channels - 1) as channel
       where experiment_id = $1
     ), stored as (
       insert into artifact (digest, media_type, byte_length) select digest, 'image/png', 10000 from drawn
     ), painted as (
       insert into visualization (id, model_id, layer, channel, preset, seed, status, image_digest, width, height,
         activation, content_key, backend, code_version)
       select id, model_id, layer, channel, 'quick', 1, 'done', digest, 128, 128, 1.5, digest, 'cpu', 'bench' from drawn
     )
     insert into visualization_hashes (visualization_id, model_id, layer, channel, preset, seed, comparable, version,
       average, perceptual, difference, wavelet, color)
     select id, model_id, layer, channel, 'quick', 1, true, 'imagehash-4.3.2/8/binbits3',
       ${hash(1, 64)}, ${hash(2, 64)}, ${hash(3, 64)}, ${hash(4, 64)}, ${hash(5, 42)}
     from drawn`,
    [idOf(family, 'experiment')],
  );
}
