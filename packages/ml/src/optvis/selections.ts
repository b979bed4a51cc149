import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import type { MapSize, MapSizes } from '../networks/map-sizes.ts';
import type { Term } from './objective.ts';

/**
 * What pictures read of some layers, by name: whatever is linear in a layer's activation. [pictures, 1, 1, channels] where all
 * read means of maps, [pictures, height, width, channels] where one reads a place.
 */
export type Selections = Record<string, tf.Tensor4D>;

/** The selections of each picture's terms; whoever asks for them disposes of them. */
export function selectionsOf(
  pictures: readonly (readonly Term[])[],
  architecture: Architecture,
  maps: MapSizes,
): Selections {
  const layers = new Set(pictures.flat().map(({ layer }) => layer));
  return Object.fromEntries(
    [...layers].map((layer) => {
      const read = pictures.map((terms) => terms.filter((term) => term.layer === layer));
      return [layer, selectionOf(read, findLayer(architecture, layer).channels, maps[layer]!)];
    }),
  );
}

function selectionOf(pictures: readonly (readonly Term[])[], channels: number, map: MapSize): tf.Tensor4D {
  const readsPlace = pictures.flat().some(({ at }) => at);
  const { height, width } = readsPlace ? map : { height: 1, width: 1 };
  const selection = tf.buffer([pictures.length, height, width, channels]);
  for (const [picture, terms] of pictures.entries()) {
    for (const { channel, weight, at } of terms) {
      const cells = at ? [placeIn(at, map)] : everyCell({ height, width });
      for (const { x, y } of cells) {
        const share = selection.get(picture, y, x, channel) + weight / cells.length;
        selection.set(share, picture, y, x, channel);
      }
    }
  }
  return selection.toTensor() as tf.Tensor4D;
}

function everyCell({ height, width }: MapSize): { x: number; y: number }[] {
  return Array.from({ length: height * width }, (_, cell) => ({
    x: cell % width,
    y: Math.floor(cell / width),
  }));
}

/** The cell of a map that a term reads. */
export function placeIn(
  { x, y }: NonNullable<Term['at']>,
  { height, width }: MapSize,
): { x: number; y: number } {
  return { x: x ?? Math.floor(width / 2), y: y ?? Math.floor(height / 2) };
}

/** [pictures]: what each picture reads of a layer. */
export function selectedActivations(activation: tf.Tensor4D, selection: tf.Tensor4D): tf.Tensor1D {
  const [, height, width] = selection.shape;
  const readsMeans = height === 1 && width === 1;
  return tf.sum(tf.mul(readsMeans ? tf.mean(activation, [1, 2], true) : activation, selection), [1, 2, 3]);
}
