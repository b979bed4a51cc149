import type { DataSource } from 'typeorm';
import type { Model } from '../models/model.entity.ts';
import { SaliencyAgreement } from '../saliency/saliency-agreement.entity.ts';
import { SaliencyMap } from '../saliency/saliency-map.entity.ts';
import { insertArtifact } from './insert-artifact.ts';
import { digestOf } from './sample-bits.ts';

const measure = (value: number, definition: string) => ({ value, definition });

/** A finished map of image 0 in each of these models, every two of which agree in half of their strongest pixels. */
export async function insertSaliencyMaps(
  { manager }: DataSource,
  models: readonly Model[],
  recipe: Pick<SaliencyMap, 'method' | 'target' | 'seed'>,
): Promise<SaliencyMap[]> {
  const digest = await insertArtifact(manager, 'a saliency map');
  const maps = await manager.save(
    models.map(({ id, name }) =>
      manager.create(SaliencyMap, {
        modelId: id,
        imageIndex: 0,
        ...recipe,
        status: 'done',
        attributionsDigest: digest,
        imageDigest: digest,
        randomizedDigest: digest,
        inputDigest: digest,
        contentKey: digestOf(`map of ${name}`),
        result: {
          class: 7,
          predicted: 7,
          label: 7,
          height: 28,
          width: 28,
          definition: `${recipe.method} v1`,
          sanity: measure(0.1, 'rank correlation v1'),
          dataDigest: digestOf('test image'),
          backend: 'cpu',
          codeVersion: 'test',
        },
      }),
    ),
  );
  const ids = maps.map(({ id }) => id).sort();
  for (const [index, firstId] of ids.entries())
    for (const secondId of ids.slice(index + 1))
      await manager.insert(SaliencyAgreement, {
        firstId,
        secondId,
        rankCorrelation: measure(0.25, 'rank correlation v1'),
        topOverlap: measure(0.5, 'top overlap v1'),
        centreShift: measure(1.5, 'centre shift v1'),
      });
  return maps;
}
