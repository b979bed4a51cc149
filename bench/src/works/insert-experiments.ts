import { Experiment, publishCatalogue } from '@kindred/core';
import { findArchitecture } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import { copiedPrefix, copyExperiment } from './copy-experiment.ts';
import { deepShape, type ExperimentShape, usualShape, wideShape } from './experiment-shapes.ts';
import { insertExperiment } from './insert-experiment.ts';
import { insertExperimentPictures } from './insert-experiment-pictures.ts';

const experimentsAtOnce = 20;
const picturesOfUsual = 720;
const picturesOfLarge = 204_000;

/**
 * A workspace's experiments with a million pictures: an hour lies between most of them, and two have a tenth of the pictures
 * each, one the newest and one of some days ago.
 */
export async function insertExperiments(
  db: DataSource,
  workspaceId: string,
  onInserted: (share: number) => void,
  usualExperiments = 1106,
): Promise<void> {
  const pictures = usualExperiments * picturesOfUsual + picturesOfLarge;
  await publishCatalogue(db, catalogue);
  let inserted = 0;
  const paint = async (ids: string[], shape: ExperimentShape) => {
    inserted += await insertExperimentPictures(db, ids, shape, inserted);
    onInserted(inserted / pictures);
  };
  const common = { workspaceId, name: 'Experiment' };
  await insertExperiment(db, usualShape, { ...common, prefix: copiedPrefix, hours: 1 });
  await copyExperiment(db, usualExperiments - 1);
  const usual = (await db.getRepository(Experiment).find({ select: { id: true } })).map(({ id }) => id);
  await paint(
    [await insertExperiment(db, deepShape, { ...common, prefix: '11111111', hours: 0 })],
    deepShape,
  );
  await paint(
    [await insertExperiment(db, wideShape, { ...common, prefix: '22222222', hours: 300.5 })],
    wideShape,
  );
  for (let first = 0; first < usual.length; first += experimentsAtOnce)
    await paint(usual.slice(first, first + experimentsAtOnce), usualShape);
  await db.query('vacuum analyze');
}

const catalogue = {
  architectures: [usualShape, deepShape, wideShape].map(({ config }) => {
    const { name, layers } = findArchitecture(config.parent.architecture);
    return {
      name,
      description: 'Neurons to ask about.',
      hasDropout: false,
      smallestSide: null,
      classes: null,
      layers: layers.map((layer) => ({ name: layer.name, channels: layer.channels })),
    };
  }),
  datasets: [
    {
      name: 'mnist',
      description: 'Handwritten digits.',
      classes: 10,
      trainImages: 60_000,
      testImages: 10_000,
      height: 28,
      width: 28,
      channels: 1,
    },
  ],
};
