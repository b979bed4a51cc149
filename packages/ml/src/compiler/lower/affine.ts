import type { Node } from '../graph/node.ts';
import { asBlocksConv, type BlocksConv, blocksConv } from './blocks-conv.ts';
import { equalShapes, sizeOf } from './layout.ts';
import type { Lowering, Placed } from './lowering.ts';

/** scale · x + shift + sum, a scale and a shift a channel; then perhaps a ReLU. */
interface Affine {
  x: Node;
  scale?: Node;
  /** Subtracted where `negative`. */
  shift?: { vector: Node; negative: boolean };
  /** As large as x. */
  sum?: Node;
}

/**
 * Pictures in blocks, scaled and shifted by the channel, in one pass: by the convolution that they come from, if nothing is
 * to be scaled, or else by a depthwise 1×1 convolution. ONNX Runtime's take a bias, another picture to add, and a ReLU.
 * Broadcasting over the five axes of blocks eats the gain.
 */
export function affine(node: Node, lowering: Lowering): Placed | undefined {
  const source = node.op === 'relu' ? fusedInput(node, lowering) : node;
  const channels = node.shape[3];
  if (!source || node.shape.length !== 4 || !lowering.fitsBlocks(channels!)) return undefined;
  const found = match(source, lowering) ?? (source === node ? undefined : bare(source, lowering));
  if (!found) return undefined;
  const { x, scale, shift, sum } = found;
  const convolution = scale ? undefined : fusable(x, lowering);
  const name = blocksConv(lowering, {
    ...(convolution ? convolution() : depthwise(x, scale, lowering)),
    bias: shift && shiftOf(shift, lowering, channels!),
    sum: sum && lowering.at(sum, 'blocks'),
    relu: node.op === 'relu',
  });
  return { name, layout: 'blocks' };
}

function depthwise(x: Node, scale: Node | undefined, lowering: Lowering): BlocksConv {
  const channels = x.shape[3]!;
  const shape = [channels, 1, 1, 1];
  return {
    pictures: lowering.at(x, 'blocks'),
    filter: scale ? vector(scale, lowering, shape) : lowering.model.filled(1, 'float32', shape),
    window: { kernel_shape: [1, 1], strides: [1, 1], dilations: [1, 1], pads: [0, 0, 0, 0] },
    groups: channels,
  };
}

/** A convolution that only this operation reads, so that it may take a bias, a sum and a ReLU into itself. */
function fusable(x: Node, lowering: Lowering): (() => BlocksConv) | undefined {
  return lowering.hasOneUser(x) ? asBlocksConv(x, lowering) : undefined;
}

function bare(x: Node, lowering: Lowering): Affine | undefined {
  return fusable(x, lowering) && { x };
}

/** What a ReLU reads, if only it and its own gradient do. */
function fusedInput(relu: Node, lowering: Lowering): Node | undefined {
  const [input] = relu.inputs as [Node];
  const users = lowering.users(input).filter(({ op }) => op !== 'step');
  return users.length === 1 && !lowering.isOutput(input) && !lowering.isComputed(input) ? input : undefined;
}

function match(node: Node, lowering: Lowering): Affine | undefined {
  if (node.op === 'mul') return scaled(node, lowering);
  if (node.op !== 'add' && node.op !== 'sub') return undefined;
  const [a, b] = node.inputs as [Node, Node];
  const negative = node.op === 'sub';
  const vectorFirst = !negative && isVector(a, node);
  const [term, vector] = vectorFirst ? [b, a] : [a, b];
  if (isVector(vector, node)) return shifted(term, { vector, negative }, node, lowering);
  if (negative || !liesInBlocks(a, node, lowering) || !liesInBlocks(b, node, lowering)) return undefined;
  return summed(a, b, lowering) ?? summed(b, a, lowering);
}

/** A product with one number a channel. */
function scaled(node: Node, lowering: Lowering): Affine | undefined {
  const [a, b] = node.inputs as [Node, Node];
  const [x, scale] = isVector(a, node) ? [b, a] : [a, b];
  return isVector(scale, node) && liesInBlocks(x, node, lowering) ? { x, scale } : undefined;
}

function shifted(
  term: Node,
  shift: NonNullable<Affine['shift']>,
  node: Node,
  lowering: Lowering,
): Affine | undefined {
  const product = term.op === 'mul' && lowering.hasOneUser(term) ? scaled(term, lowering) : undefined;
  if (product) return { ...product, shift };
  return liesInBlocks(term, node, lowering) ? { x: term, shift } : undefined;
}

/** A sum of two pictures of which one was only now convolved, scaled or shifted. */
function summed(term: Node, sum: Node, lowering: Lowering): Affine | undefined {
  if (!lowering.hasOneUser(term)) return undefined;
  // A sum that others read too would be copied first.
  const inner = match(term, lowering) ?? (lowering.hasOneUser(sum) ? bare(term, lowering) : undefined);
  return inner && !inner.sum ? { ...inner, sum } : undefined;
}

function isVector(node: Node, of: Node): boolean {
  const channels = of.shape[3]!;
  return node.op !== 'splat' && node.shape.at(-1) === channels && sizeOf(node.shape) === channels;
}

/** Without computing what another operation may take into itself. */
function liesInBlocks(x: Node, node: Node, lowering: Lowering): boolean {
  if (x.op === 'splat' || !equalShapes(x.shape, node.shape)) return false;
  if (lowering.hasOneUser(x) && (match(x, lowering) || asBlocksConv(x, lowering))) return true;
  return lowering.home(x).layout === 'blocks';
}

function shiftOf(
  { vector: node, negative }: NonNullable<Affine['shift']>,
  lowering: Lowering,
  channels: number,
) {
  const name = vector(node, lowering, [channels]);
  return negative ? lowering.once(`minus ${node.id}`, () => lowering.model.apply('Neg', [name])) : name;
}

function vector(node: Node, lowering: Lowering, shape: readonly number[]): string {
  if (equalShapes(node.shape, shape)) return lowering.at(node, 'plain');
  return lowering.once(`[${shape}] of ${node.id}`, () => lowering.reshape(lowering.at(node, 'plain'), shape));
}
