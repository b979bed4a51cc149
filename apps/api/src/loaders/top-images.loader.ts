import { LayerTopImages, TestImage } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { inOrder } from './in-order.ts';

type LayerKey = Pick<LayerTopImages, 'modelId' | 'layer'>;
type ImageKey = Pick<TestImage, 'experimentId' | 'imageIndex'>;

const layerKey = ({ modelId, layer }: LayerKey): string => `${modelId} ${layer}`;
const imageKey = ({ experimentId, imageIndex }: ImageKey): string => `${experimentId} ${imageIndex}`;

/** What excites the channels of a model's layer most. */
export function createLayerTopImagesLoader(db: DataSource) {
  return new DataLoader(
    async (keys: readonly LayerKey[]) => {
      const rows = await db.getRepository(LayerTopImages).findBy({
        modelId: In(keys.map(({ modelId }) => modelId)),
        layer: In(keys.map(({ layer }) => layer)),
      });
      return inOrder(keys.map(layerKey), rows, layerKey);
    },
    { cacheKeyFn: layerKey },
  );
}

/** The test images that are kept as pictures. */
export function createTestImageLoader(db: DataSource) {
  return new DataLoader(
    async (keys: readonly ImageKey[]) => {
      const rows = await db.getRepository(TestImage).findBy({
        experimentId: In(keys.map(({ experimentId }) => experimentId)),
        imageIndex: In(keys.map(({ imageIndex }) => imageIndex)),
      });
      return inOrder(keys.map(imageKey), rows, imageKey);
    },
    { cacheKeyFn: imageKey },
  );
}
