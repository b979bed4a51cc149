import type * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import { trace } from '../compiler/trace/trace.ts';
import { badInput } from '../errors/domain-error.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Weights } from '../networks/pass.ts';

export interface MapSize {
  height: number;
  width: number;
}

/**
 * Cells of a layer's map of a picture. The network is traced and nothing is computed.
 * @throws DomainError BAD_INPUT for an unknown layer, and for a picture too small for it
 */
export function mapSize(
  architecture: Architecture,
  weights: Weights,
  layer: string,
  picture: MapSize & { channels: number },
): MapSize {
  const last = architecture.layers.indexOf(findLayer(architecture, layer));
  const reach = ({ weights, images }: { weights: Weights; images: tf.Tensor4D }) => {
    let reached = 0;
    for (const activation of architecture.forward(inferencePass(weights), images)) {
      // What comes behind an empty map would fail in words of its own.
      if (activation.size === 0) throw tooSmall(picture, layer, architecture);
      if (reached++ === last) return { activation };
    }
    throw new Error(`${architecture.name} ends before its layer ${layer}`);
  };
  const images = { shape: [1, picture.height, picture.width, picture.channels], dtype: 'float32' };
  const [, height, width] = trace(reach, { weights, images }).outputs.get('activation')!.shape;
  return { height: height!, width: width! };
}

function tooSmall({ height, width }: MapSize, layer: string, { name }: Architecture): Error {
  return badInput(
    `A picture of ${width}×${height} pixels is too small for ${layer} of ${name}: nothing is left of its map.`,
  );
}
