import type { Attributes, DType, Node, Op } from './node.ts';
import type { Shape } from './shape.ts';

/** Their attributes would be long to compare. */
const alwaysNew: ReadonlySet<Op> = new Set(['input', 'constant', 'ownKernel']);

/** Makes the nodes of one graph. What was made before of the same operation and inputs is given again. */
export class GraphBuilder {
  private readonly known = new Map<string, Node>();
  private nextId = 0;

  create<K extends Op>(
    op: K,
    inputs: readonly Node[],
    attributes: Attributes[K],
    shape: Shape,
    dtype: DType,
  ): Node<K> {
    if (alwaysNew.has(op)) return this.newNode(op, inputs, attributes, shape, dtype);
    const key = keyOf(op, inputs, attributes, shape, dtype);
    const before = this.known.get(key) as Node<K> | undefined;
    if (before) return before;
    const node = this.newNode(op, inputs, attributes, shape, dtype);
    this.known.set(key, node as Node);
    return node;
  }

  /** The node if it was made before. */
  find<K extends Op>(
    op: K,
    inputs: readonly Node[],
    attributes: Attributes[K],
    shape: Shape,
    dtype: DType,
  ): Node<K> | undefined {
    return this.known.get(keyOf(op, inputs, attributes, shape, dtype)) as Node<K> | undefined;
  }

  private newNode<K extends Op>(
    op: K,
    inputs: readonly Node[],
    attributes: Attributes[K],
    shape: Shape,
    dtype: DType,
  ): Node<K> {
    return { id: this.nextId++, op, inputs, attributes, shape: [...shape], dtype } as unknown as Node<K>;
  }
}

function keyOf<K extends Op>(
  op: K,
  inputs: readonly Node[],
  attributes: Attributes[K],
  shape: Shape,
  dtype: DType,
): string {
  return `${op} ${inputs.map(({ id }) => id)} ${JSON.stringify(attributes, exactly)} ${shape} ${dtype}`;
}

/** JSON has no infinities, no NaN and no −0. */
function exactly(_: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : `${value}`;
}
