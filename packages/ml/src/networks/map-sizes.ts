import type * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import { trace } from '../compiler/trace/trace.ts';
import { badInput } from '../errors/domain-error.ts';
import { inferencePass } from './inference-pass.ts';
import type { Weights } from './pass.ts';

export interface MapSize {
  height: number;
  width: number;
}

/** Cells of the maps of layers, by name. */
export type MapSizes = Readonly<Record<string, MapSize>>;

/**
 * The maps of some layers, and of all before them, for pictures of a size. The network is traced and nothing is computed.
 * @throws DomainError BAD_INPUT for an unknown layer, and for pictures so small that a map has no cells
 */
export function mapSizes(
  architecture: Architecture,
  weights: Weights,
  layers: readonly string[],
  picture: MapSize & { channels: number },
): MapSizes {
  const last = Math.max(
    ...layers.map((layer) => architecture.layers.indexOf(findLayer(architecture, layer))),
  );
  const through = architecture.layers.slice(0, last + 1);
  const sizes: Record<string, MapSize> = {};
  const pass = ({ weights, images }: { weights: Weights; images: tf.Tensor4D }) => {
    const activations = architecture.forward(inferencePass(weights), images);
    return through.map(({ name }) => {
      const activation = activations.next().value as tf.Tensor4D;
      const [, height, width] = activation.shape;
      // What comes behind it would fail in words of its own.
      if (height < 1 || width < 1) throw tooSmall(picture, name, architecture);
      sizes[name] = { height, width };
      return activation;
    });
  };
  const shape = [1, picture.height, picture.width, picture.channels];
  trace(pass, { weights, images: { shape, dtype: 'float32' } });
  return sizes;
}

function tooSmall({ height, width }: MapSize, layer: string, { name }: Architecture): Error {
  return badInput(
    `Pictures of ${width}×${height} pixels leave nothing of ${layer} of ${name}: take larger ones.`,
  );
}
