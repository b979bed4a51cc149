import type { Node } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import type { Places } from '../lower/places.ts';
import type { KernelCall } from './kernel-call.ts';

/** Resamples pictures of three channels by affine maps, or takes the gradient of that back. */
export function resampleCall(node: Node<'ownKernel'>, places: Places): KernelCall {
  const [from, maps] = node.inputs.map((input) => places.address(places.find(input, 'plain')!));
  const to = places.address(places.add(node, 'plain'));
  const [pictures, height, width] = node.shape as [number, number, number];
  const backwards = node.attributes.kernel === 'resampleGradient' ? 1 : 0;
  const values = [from!, maps!, to, 4 * sizeOf(node.shape), pictures, height, width, backwards];
  return { module: 'resample', kernel: 'resample', values };
}
