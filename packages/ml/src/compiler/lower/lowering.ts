import type { Node, Op } from '../graph/node.ts';
import type { OnnxModel } from '../onnx/onnx-model.ts';
import { blocksShape, type Layout, sizeOf, toPlanes } from './layout.ts';

/** Where a node's value is when it is computed: a name of the ONNX model, and how it lies. */
export interface Placed {
  name: string;
  layout: Layout;
}

/** Turns a node of one kind into operations of the model. */
export type Lower<K extends Op> = (node: Node<K>, lowering: Lowering) => Placed;

/** One lowering an operation; each file of a kernel family has some. */
export type Lowerings = { readonly [K in Op]: Lower<K> };

/** What all lowerings share: the model that grows, and where each value is. */
export class Lowering {
  /** Channels in a block; 0 where `blocks` isn't used. */
  readonly block: number;
  readonly model: OnnxModel;
  readonly #outputs: ReadonlySet<Node>;
  readonly #lowerings: Lowerings;
  readonly #homes = new Map<number, Placed>();
  readonly #copies = new Map<string, string>();
  readonly #users: ReadonlyMap<number, readonly Node[]>;

  /** @param outputs nodes whose values someone outside the model reads */
  constructor(
    outputs: ReadonlySet<Node>,
    order: readonly Node[],
    model: OnnxModel,
    lowerings: Lowerings,
    block: number,
  ) {
    this.#outputs = outputs;
    this.model = model;
    this.#lowerings = lowerings;
    this.block = block;
    this.#users = usersOf(order);
  }

  /** Computes the node if that didn't happen yet, and says where its value is. */
  home(node: Node): Placed {
    let home = this.#homes.get(node.id);
    if (!home) {
      const lower = this.#lowerings[node.op] as Lower<Op>;
      home = lower(node, this);
      this.#homes.set(node.id, home);
    }
    return home;
  }

  /** Takes a value from where it already is. */
  place(node: Node, home: Placed): void {
    this.#homes.set(node.id, home);
  }

  isComputed(node: Node): boolean {
    return this.#homes.has(node.id);
  }

  /** The name of the node's value in a layout; converted once. Values of other ranks than four are always plain. */
  at(node: Node, layout: Layout): string {
    const home = this.home(node);
    if (home.layout === layout || node.shape.length !== 4) return home.name;
    return this.once(`${layout} of ${node.id}`, () => this.#convert(node, home, layout));
  }

  /** Makes something that belongs to a key once: a value in another form, a weight's reordered copy. */
  once(key: string, make: () => string): string {
    let name = this.#copies.get(key);
    if (name === undefined) {
      name = make();
      this.#copies.set(key, name);
    }
    return name;
  }

  /** Operations that read the node's value; an output of the graph counts as one that isn't known. */
  users(node: Node): readonly Node[] {
    return this.#users.get(node.id) ?? [];
  }

  /** Whether no one but one operation reads it, so that the two may become one. */
  hasOneUser(node: Node): boolean {
    return this.users(node).length === 1 && !this.isOutput(node) && !this.isComputed(node);
  }

  isOutput(node: Node): boolean {
    return this.#outputs.has(node);
  }

  /** Whether pictures of so many channels fit into blocks. */
  fitsBlocks(channels: number): boolean {
    return this.block > 0 && channels % this.block === 0;
  }

  /** The layout for an operation that works on every element: that of its largest operands, blocks before planes. */
  layoutFor(node: Node, operands: readonly Node[] = node.inputs): Layout {
    if (node.shape.length !== 4) return 'plain';
    const large = operands.filter(
      ({ op, shape }) => shape.length === 4 && op !== 'splat' && 2 * sizeOf(shape) >= sizeOf(node.shape),
    );
    const homes = large.map((operand) => this.home(operand).layout);
    if (homes.includes('blocks') && this.fitsBlocks(node.shape[3]!)) return 'blocks';
    return homes.includes('planes') || homes.includes('blocks') ? 'planes' : 'plain';
  }

  /** The name of a value of `blocks` in the five axes of its memory. */
  fiveAxes(node: Node): string {
    return this.once(`axes of ${node.id}`, () =>
      this.reshape(this.at(node, 'blocks'), blocksShape(node.shape, this.block)),
    );
  }

  /** A name of five axes back to the four that a value of `blocks` goes by. */
  fourAxes(name: string, shape: readonly number[]): string {
    return this.reshape(name, toPlanes(shape));
  }

  reshape(name: string, shape: readonly number[]): string {
    return this.model.apply('Reshape', [name, this.model.int64s(shape)]);
  }

  /** A reshape that leaves the first axis as it is, also where its size is only known when the model runs. */
  reshapeRest(name: string, [, ...rest]: readonly number[]): string {
    return this.reshape(name, [0, ...rest]);
  }

  transpose(name: string, permutation: readonly number[]): string {
    return this.model.apply('Transpose', [name], { perm: permutation });
  }

  #convert(node: Node, { name, layout: from }: Placed, to: Layout): string {
    const { shape } = node;
    const [, height, width, channels] = shape;
    if (from === 'blocks') {
      const attributes = { channels: channels!, channels_last: to === 'plain' ? 1 : 0 };
      return this.model.apply('ReorderOutput', [name], attributes, 'com.microsoft.nchwc');
    }
    if (to === 'blocks') {
      const attributes = { channels_last: from === 'plain' ? 1 : 0 };
      return this.model.apply('ReorderInput', [name], attributes, 'com.microsoft.nchwc');
    }
    const sameMemory = channels === 1 || height! * width! === 1;
    if (to === 'planes')
      return sameMemory
        ? this.reshapeRest(name, toPlanes(shape))
        : this.transpose(name, toPlanes([0, 1, 2, 3]));
    return sameMemory ? this.reshapeRest(name, shape) : this.transpose(name, [0, 2, 3, 1]);
  }
}

function usersOf(order: readonly Node[]): Map<number, Node[]> {
  const users = new Map<number, Node[]>();
  for (const node of order) {
    for (const input of node.inputs) {
      const known = users.get(input.id);
      if (known) known.push(node);
      else users.set(input.id, [node]);
    }
  }
  return users;
}
