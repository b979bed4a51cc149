import type { Architecture } from '../architectures/architecture.ts';
import type { Node } from '../compiler/graph/node.ts';
import { reachableNodes } from '../compiler/graph/reachable-nodes.ts';
import { sizeOf } from '../compiler/graph/shape.ts';
import { trace } from '../compiler/trace/trace.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { logitsOf } from './predict.ts';

type ImageShape = Pick<Dataset, 'height' | 'width' | 'channels' | 'classes'>;

/**
 * Multiplications and additions of convolutions and matrix products that one image takes through a network, for all members that
 * share it. The network is traced and nothing is computed. Pruned weights count, since a masked network takes as long.
 */
export function multiplyAdds(architecture: Architecture, data: ImageShape): number {
  const dtype = 'float32';
  const weights = architecture.tensors(data).map(({ name, shape }) => [name, { shape, dtype }] as const);
  const images = { shape: [1, data.height, data.width, data.channels], dtype };
  const graph = trace((inputs: Parameters<typeof logitsOf>[0]) => logitsOf(inputs, { architecture }), {
    weights: Object.fromEntries(weights),
    images,
  });
  return reachableNodes(graph).reduce((sum, node) => sum + multiplyAddsOf(node), 0);
}

/**
 * Floating-point operations of a training by the usual reckoning: a multiplication and an addition are two, and a step backwards
 * takes twice one forwards.
 * @param images seen in all
 */
export function trainingFlops(architecture: Architecture, data: ImageShape, images: number): number {
  return 2 * 3 * multiplyAdds(architecture, data) * images * (architecture.sharing?.repetitions ?? 1);
}

function multiplyAddsOf({ op, inputs, shape, attributes }: Node): number {
  const [a, b] = inputs;
  switch (op) {
    case 'conv':
      return isFixed(b!) ? 0 : sizeOf(shape) * sizeOf(b!.shape.slice(0, 3));
    case 'depthwiseConv':
      return sizeOf(shape) * sizeOf(b!.shape.slice(0, 2));
    case 'matMul':
      return sizeOf(shape) * a!.shape.at((attributes as Node<'matMul'>['attributes']).transposeA ? -2 : -1)!;
    default:
      return 0;
  }
}

/** A shortcut that only selects channels has a filter that isn't learned. */
const isFixed = (node: Node): boolean => node.op !== 'input' && node.inputs.every(isFixed);
