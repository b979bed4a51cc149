import type { Node, Window } from '../graph/node.ts';
import type { Lowering } from './lowering.ts';
import { blocksFilter, turnedBlocksFilter } from './weights.ts';

/** A window as ONNX's convolutions and pools take it. */
export type WindowAttributes = Record<'kernel_shape' | 'strides' | 'dilations' | 'pads', readonly number[]>;

export function windowAttributes({ kernel, strides, dilations, pads }: Window): WindowAttributes {
  return { kernel_shape: kernel, strides, dilations, pads };
}

/** A convolution of pictures in blocks with a filter in blocks. */
export interface BlocksConv {
  pictures: string;
  filter: string;
  window: WindowAttributes;
  groups?: number;
  /** Added to every pixel, [channels]. */
  bias?: string | undefined;
  /** Added to the whole, of its shape. */
  sum?: string | undefined;
  relu?: boolean;
}

export function blocksConv(
  { model }: Lowering,
  { pictures, filter, window, groups = 1, bias, sum, relu }: BlocksConv,
): string {
  const inputs = [pictures, filter];
  if (bias || sum) inputs.push(bias ?? '');
  if (sum) inputs.push(sum);
  const attributes = { ...window, group: groups, ...(relu && { activation: 'Relu' }) };
  return model.apply('Conv', inputs, attributes, 'com.microsoft.nchwc');
}

/** A convolution's window as that of its input gradient at stride 1, whose filter is turned; undefined where it can't be. */
export function turnedWindow({ kernel, strides, dilations, pads }: Window): WindowAttributes | undefined {
  const reach = kernel.map((size, axis) => (size - 1) * dilations[axis]!);
  const turned = pads.map((pad, side) => reach[side % 2]! - pad);
  if (strides.some((stride) => stride > 1) || turned.some((pad) => pad < 0)) return undefined;
  return { kernel_shape: kernel, strides, dilations, pads: turned };
}

/** The node as a convolution in blocks; undefined where its channels don't fit, or it is none. Puts nothing into the model. */
export function asBlocksConv(node: Node, lowering: Lowering): (() => BlocksConv) | undefined {
  if (node.op === 'conv') {
    const [x, filter] = node.inputs as [Node, Node];
    // Fewer channels than a block has are read from planes.
    const narrow = x.shape[3]! < lowering.block;
    if (!lowering.fitsBlocks(node.shape[3]!) || !(narrow || lowering.fitsBlocks(x.shape[3]!)))
      return undefined;
    return () => ({
      pictures: lowering.at(x, narrow ? 'planes' : 'blocks'),
      filter: blocksFilter(filter, lowering),
      window: windowAttributes(node.attributes),
    });
  }
  if (node.op !== 'convInputGradient') return undefined;
  const [dy, filter] = node.inputs as [Node, Node];
  const window = turnedWindow(node.attributes);
  if (!window || !lowering.fitsBlocks(node.shape[3]!) || !lowering.fitsBlocks(dy.shape[3]!)) return undefined;
  return () => ({
    pictures: lowering.at(dy, 'blocks'),
    filter: turnedBlocksFilter(filter, lowering),
    window,
  });
}
