import type { Node, Window } from '../graph/node.ts';
import type { Lowering } from './lowering.ts';

/** A window as ONNX's convolutions and pools take it. */
export type WindowAttributes = Record<'kernel_shape' | 'strides' | 'dilations' | 'pads', readonly number[]>;

export function windowAttributes({ kernel, strides, dilations, pads }: Window): WindowAttributes {
  return { kernel_shape: kernel, strides, dilations, pads };
}

/** A convolution of pictures in blocks with a filter in blocks. */
export function blocksConv(
  { model }: Lowering,
  pictures: string,
  filter: string,
  window: WindowAttributes,
): string {
  return model.apply('Conv', [pictures, filter], { ...window, group: 1 }, 'com.microsoft.nchwc');
}

/**
 * Whether to convolve in blocks: when the filter changes from run to run. ONNX Runtime brings constant filters into blocks
 * by itself, and better, since it then sees whole networks.
 */
export function wantsBlocks(x: Node, filter: Node, lowering: Lowering): boolean {
  if (lowering.block === 0) return false;
  return !lowering.isConstant(filter) || lowering.home(x).layout === 'blocks';
}
