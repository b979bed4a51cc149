import type { LayerTopImages } from './layer-top-images.entity.ts';

/** A test image, and how strongly one channel answers to it. */
export interface TopImage {
  /** Place among the experiment's test images. */
  imageIndex: number;
  activation: number;
  /** Where in the layer's map that is, from 0. */
  row: number;
  column: number;
}

/** One channel's, the strongest first. */
export function topImagesOf(layer: LayerTopImages, channel: number): TopImage[] {
  const { kept, mapWidth } = layer;
  return Array.from({ length: kept }, (_, rank) => {
    const at = 4 * (channel * kept + rank);
    const place = layer.places.readInt32LE(at);
    return {
      imageIndex: layer.imageIndices.readInt32LE(at),
      activation: layer.activations.readFloatLE(at),
      row: Math.floor(place / mapWidth),
      column: place % mapWidth,
    };
  });
}
