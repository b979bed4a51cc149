import type { Node, TracedGraph } from '../graph/node.ts';
import { reachableNodes } from '../graph/reachable-nodes.ts';
import { sizeOf } from '../graph/shape.ts';
import type { Places } from '../lower/places.ts';
import type { KernelCall } from './kernel-call.ts';

/**
 * The max pools of a graph whose gradient is wanted, with those gradients, as calls of our own kernels. ONNX Runtime takes
 * longer to find where the largest values lie than for a convolution, and again to add up what goes back there.
 */
export class PoolKernels {
  readonly #block: number;
  /** Of each pool and each gradient, the pool. */
  readonly #pools = new Map<Node, Node<'maxPool'>>();
  /** Where each pool leaves the places of its largest values, and how many gradients are still to read them. */
  readonly #largest = new Map<Node, { address: number; readers: number }>();

  /** @param block channels in a block; pictures that don't fill blocks are left to ONNX Runtime */
  constructor(graph: TracedGraph, block: number) {
    this.#block = block;
    const pools = new Map<string, Node<'maxPool'>>();
    for (const node of reachableNodes(graph)) {
      const fits = block > 0 && node.shape[3]! % block === 0;
      if (node.op === 'maxPool' && fits) pools.set(keyOf(node.inputs[0]!, node), node);
      if (node.op !== 'maxPoolGradient') continue;
      const pool = pools.get(keyOf(node.inputs[1]!, node));
      if (!pool) continue;
      this.#pools.set(pool, pool).set(node, pool);
      const readers = 1 + (this.#largest.get(pool)?.readers ?? 0);
      this.#largest.set(pool, { address: Number.NaN, readers });
    }
  }

  has(node: Node): boolean {
    return this.#pools.has(node);
  }

  /** @param places among them that of the node's first input, in blocks */
  call(node: Node, places: Places): KernelCall {
    const from = places.address(places.find(node.inputs[0]!, 'blocks')!);
    const to = places.address(places.add(node, 'blocks'));
    const pool = this.#pools.get(node)!;
    const largest = this.#largest.get(pool)!;
    const bytes = 4 * sizeOf(pool.shape);
    if (node !== pool) {
      largest.readers--;
      if (largest.readers === 0) places.release({ address: largest.address, bytes });
      const lengths = [bytes, 4 * sizeOf(node.shape)];
      return {
        module: 'max-pool',
        kernel: 'maxPoolGradient',
        values: [from, largest.address, to, ...lengths],
      };
    }
    largest.address = places.allocate(bytes);
    const [batch, height, width, channels] = pool.inputs[0]!.shape as [number, number, number, number];
    const { kernel, strides, dilations, pads } = pool.attributes;
    const maps = [(batch * channels) / this.#block, height, width, 4 * this.#block];
    const window = [...kernel, ...strides, ...dilations, pads[0], pads[1]];
    const values = [from, to, largest.address, ...maps, pool.shape[1]!, pool.shape[2]!, ...window];
    return { module: 'max-pool', kernel: 'maxPool', values };
  }
}

function keyOf(x: Node, { attributes }: Node<'maxPool' | 'maxPoolGradient'>): string {
  return `${x.id} ${JSON.stringify(attributes)}`;
}
