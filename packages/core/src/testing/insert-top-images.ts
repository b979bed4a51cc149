import type { DataSource } from 'typeorm';
import { Layer } from '../architectures/layer.entity.ts';
import type { Model } from '../models/model.entity.ts';
import { LayerTopImages, mostTopImages } from '../top-images/layer-top-images.entity.ts';
import { TestImage } from '../top-images/test-image.entity.ts';
import { insertArtifact } from './insert-artifact.ts';
import { digestOf } from './sample-bits.ts';

const kept = mostTopImages;

/**
 * Top images of a layer, of a map of 7×7 cells: the n-th model's channels answer most to images n, n + 1 …, with 9, 8 …, each in the
 * cell of its own number. Channel 0 is dead in the third.
 */
export async function insertTopImages(
  { manager }: DataSource,
  models: readonly Model[],
  layer: string,
): Promise<void> {
  const [{ experimentId, architecture }] = models as [Model];
  const imageDigest = await insertArtifact(manager, 'a test image');
  const pictures = Array.from({ length: kept + models.length }, (_, imageIndex) => imageIndex);
  await manager.insert(
    TestImage,
    pictures.map((imageIndex) => ({
      experimentId,
      imageIndex,
      label: imageIndex % 10,
      height: 28,
      width: 28,
      imageDigest,
    })),
  );
  const { channels } = await manager.findOneByOrFail(Layer, { architectureName: architecture, name: layer });
  const rows = models.map(({ id: modelId }, model) => {
    const values = Array.from({ length: channels * kept }, (_, index) => model + (index % kept));
    const isDead = (index: number) => model === 2 && index < kept;
    const activations = values.map((_, index) => (isDead(index) ? 0 : kept - (index % kept)));
    const shares = Array.from({ length: channels }, (_, channel) => (isDead(channel * kept) ? 0 : 0.5));
    return {
      modelId,
      layer,
      channels,
      kept,
      mapHeight: 7,
      mapWidth: 7,
      imageIndices: Buffer.from(Int32Array.from(values).buffer),
      activations: Buffer.from(Float32Array.from(activations).buffer),
      places: Buffer.from(Int32Array.from(values).buffer),
      means: Buffer.from(Float32Array.from(shares).buffer),
      activeShares: Buffer.from(Float32Array.from(shares).buffer),
      definition: 'top images v1',
      dataset: 'mnist',
      dataDigest: digestOf('test images'),
      images: 1000,
      backend: 'cpu',
      codeVersion: 'test',
    };
  });
  await manager.insert(LayerTopImages, rows);
}
