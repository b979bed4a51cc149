import type { TensorSpec } from '../architectures/architecture.ts';
import { badInput } from '../errors/domain-error.ts';

/** How the output channels of one layer become input channels of another; layers by name, their tensors without `.weight`. */
export interface Wire {
  from: string;
  to: string;
  /** Output channel c of `from` is input channel c + offset of `to`. */
  offset: number;
  /**
   * `from` can't leave out a channel alone: `to` reads the sum of what several layers write there, or what was normalised across
   * channels.
   */
  bound: boolean;
}

export interface Wiring {
  wires: readonly Wire[];
  /** The norm that takes a convolution's outputs, before a ReLU or a sum; none for convolutions that others follow. */
  norms: Readonly<Record<string, string>>;
  /** Added to the norms' variances; PyTorch's default unless given. */
  normEpsilon?: number;
}

/** One of the layers whose channels lie one after the other in what a layer reads. */
export interface Part {
  layer: string;
  channels: number;
}

/** The wires from the parts of a concatenation, or from one layer, to each layer that reads all of it. */
export function wiresFrom(parts: readonly Part[], readers: readonly string[], bound = false): Wire[] {
  let offset = 0;
  return parts.flatMap(({ layer: from, channels }) => {
    const wires = readers.map((to): Wire => ({ from, to, offset, bound }));
    offset += channels;
    return wires;
  });
}

/** `layer1.0.conv1.weight` → `layer1.0.conv1`. */
export const layerOf = (tensor: string): string => tensor.replace(/\.weight$/, '');

/** Input and output channels of a convolution [height, width, in, out] or a linear layer [in, out]. */
export const channelsOf = ({ shape }: TensorSpec): { channelsIn: number; channelsOut: number } => ({
  channelsIn: shape.at(-2)!,
  channelsOut: shape.at(-1)!,
});

/** The wiring of the residual networks here, CIFAR ResNets and WideResNets, read off their tensors. */
export function residualWiring(specs: readonly TensorSpec[]): Wiring {
  const layers = new Map(
    specs.filter(({ role }) => role === 'convolution').map((spec) => [layerOf(spec.name), channelsOf(spec)]),
  );
  const blocks = [...layers.keys()]
    .filter((name) => name.endsWith('.conv1'))
    .map((name) => name.slice(0, -'.conv1'.length));
  const classifier = specs.find(({ role }) => role === 'linear');
  if (blocks.length === 0 || !classifier || !layers.has('conv1'))
    throw badInput(
      'These tensors have no stem, blocks and classifier, so they are no residual network: state the wiring.',
    );
  const wires: Wire[] = [];
  const inner = (block: string): Wire => ({
    from: `${block}.conv1`,
    to: `${block}.conv2`,
    offset: 0,
    bound: false,
  });
  let writers = [{ from: 'conv1', offset: 0 }];
  const readSum = (to: string) => writers.map((writer) => ({ ...writer, to, bound: true }));
  let channels = layers.get('conv1')!.channelsOut;
  for (const block of blocks) {
    const { channelsOut } = layers.get(`${block}.conv2`)!;
    const shortcut = `${block}.convShortcut`;
    wires.push(...readSum(`${block}.conv1`), inner(block));
    if (layers.has(shortcut)) {
      wires.push(...readSum(shortcut));
      writers = [{ from: shortcut, offset: 0 }];
    } else {
      // Option A lays a narrower sum in the middle of the wider one.
      const before = Math.floor((channelsOut - channels) / 2);
      writers = writers.map(({ from, offset }) => ({ from, offset: offset + before }));
    }
    writers.push({ from: `${block}.conv2`, offset: 0 });
    channels = channelsOut;
  }
  wires.push(...readSum(layerOf(classifier.name)));
  return { wires, norms: normsOf(specs) };
}

/** A convolution's norm is the next tensor of its block; the norm of another block is one that takes the sum. */
export function normsOf(specs: readonly TensorSpec[]): Record<string, string> {
  const blockOf = (layer: string) => layer.slice(0, layer.lastIndexOf('.') + 1);
  const norms: Record<string, string> = {};
  for (const [index, { name, role }] of specs.entries()) {
    const next = specs[index + 1];
    if (role !== 'convolution' || next?.role !== 'scale') continue;
    const [layer, norm] = [layerOf(name), layerOf(next.name)];
    if (blockOf(layer) === blockOf(norm)) norms[layer] = norm;
  }
  return norms;
}
