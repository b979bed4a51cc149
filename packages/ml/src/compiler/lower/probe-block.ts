import type { Node, TracedGraph } from '../graph/node.ts';
import { type LowerOptions, lower } from './lower.ts';

/** Runs a model once on these inputs, and gives its output of that name. */
export type RunModel = (
  model: Uint8Array,
  feeds: Readonly<Record<string, { values: Float32Array; shape: readonly number[] }>>,
  output: string,
) => Promise<Float32Array>;

/**
 * Which blocks ONNX Runtime's convolutions use on this processor: 8 channels, 16, or none that we know. They are internal
 * to it, so a small convolution with such blocks is compared with one without, and any doubt means none.
 */
export async function probeBlock(run: RunModel): Promise<LowerOptions['block']> {
  const wanted = await convolve(run, 0);
  for (const block of [8, 16] as const) {
    const came = await convolve(run, block).catch(() => undefined);
    if (came?.every((value, index) => Math.abs(value - wanted[index]!) < 1e-4)) return block;
  }
  return 0;
}

const channels = 16;
const x = input(0, 'x', [1, 4, 4, channels]);
const filter = input(1, 'filter', [3, 3, channels, channels]);
const graph: TracedGraph = {
  inputs: [x, filter],
  outputs: new Map([
    [
      'y',
      {
        id: 2,
        op: 'conv',
        inputs: [x, filter],
        attributes: { kernel: [3, 3], strides: [1, 1], dilations: [1, 1], pads: [1, 1, 1, 1] },
        shape: x.shape,
        dtype: 'float32',
      },
    ],
  ]),
};

function convolve(run: RunModel, block: LowerOptions['block']): Promise<Float32Array> {
  return run(lower(graph, { block }).encode(), { x: waves(x), filter: waves(filter) }, 'y');
}

function input(id: number, name: string, shape: number[]): Node<'input'> {
  return { id, op: 'input', inputs: [], attributes: { name }, shape, dtype: 'float32' };
}

function waves({ shape }: Node) {
  const length = shape.reduce((product, size) => product * size, 1);
  return { values: Float32Array.from({ length }, (_, index) => Math.sin(index)), shape };
}
