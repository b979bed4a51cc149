import type { Definition } from './engine.ts';
import type { Leaf } from './tensor-tree.ts';
import { flattenTree } from './tensor-tree.ts';

/** What a compiled graph is for; equal keys share one. */
export interface GraphKey {
  definition: Definition;
  /** Shapes and types of the inputs, and whatever else the graph is made for. */
  signature: string;
}

export interface Entry<Graph> {
  readonly key: GraphKey;
  readonly graph: Promise<Graph>;
  bytes: number;
  users: number;
}

/**
 * Compiled graphs, kept for whoever wants the same one again. Those that nobody uses are freed where all take more than the
 * limit, the longest unused first, and where their constants were disposed of, so that nobody can want them again.
 */
export class GraphCache<Graph extends { bytes: number }> {
  readonly #limit: number;
  readonly #free: (graph: Graph) => Promise<void>;
  /** The longest unused first. */
  #entries: Entry<Graph>[] = [];

  constructor(bytesLimit: number, free: (graph: Graph) => Promise<void>) {
    this.#limit = bytesLimit;
    this.#free = free;
  }

  /** The graph of the key, compiled if it isn't there. Until it is given back it won't be freed. */
  take(key: GraphKey, compile: () => Promise<Graph>): Entry<Graph> {
    const known = this.#entries.find((entry) => sameKey(entry.key, key));
    const entry = known ?? this.#compiled(key, compile);
    entry.users++;
    this.#entries = [...this.#entries.filter((other) => other !== entry), entry];
    return entry;
  }

  giveBack(entry: Entry<Graph>): void {
    entry.users--;
    this.#trim();
  }

  /** Frees the definition's graphs that nobody uses. */
  async forget(definition: Definition): Promise<void> {
    await this.#drop(({ key }) => sameDefinition(key.definition, definition));
  }

  memoryUsage(): { graphs: number; graphBytes: number; graphBytesLimit: number } {
    return { graphs: this.#entries.length, graphBytes: this.#bytes(), graphBytesLimit: this.#limit };
  }

  #compiled(key: GraphKey, compile: () => Promise<Graph>): Entry<Graph> {
    const entry: Entry<Graph> = { key, graph: compile(), bytes: 0, users: 0 };
    entry.graph.then(
      ({ bytes }) => {
        entry.bytes = bytes;
        this.#trim();
      },
      () => {
        this.#entries = this.#entries.filter((other) => other !== entry);
      },
    );
    return entry;
  }

  #trim(): void {
    void this.#drop(({ key }) => isDead(key));
    let excess = this.#bytes() - this.#limit;
    void this.#drop(({ bytes }) => {
      const dropped = excess > 0;
      if (dropped) excess -= bytes;
      return dropped;
    });
  }

  async #drop(condemned: (entry: Entry<Graph>) => boolean): Promise<void> {
    const dropped = this.#entries.filter((entry) => entry.users === 0 && condemned(entry));
    this.#entries = this.#entries.filter((entry) => !dropped.includes(entry));
    await Promise.all(dropped.map(async ({ graph }) => this.#free(await graph)));
  }

  #bytes(): number {
    return this.#entries.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

/** Shapes and types by path. */
export function signatureOf(leaves: ReadonlyMap<string, Leaf>): string {
  return [...leaves].map(([path, { dtype, shape }]) => `${path} ${dtype} [${shape}]`).join('\n');
}

function sameKey(a: GraphKey, b: GraphKey): boolean {
  return a.signature === b.signature && sameDefinition(a.definition, b.definition);
}

function sameDefinition(a: Definition, b: Definition): boolean {
  return (
    a.fn === b.fn &&
    sameEntries(Object.entries(a.statics), b.statics) &&
    sameEntries([...flattenTree(a.constants)], Object.fromEntries(flattenTree(b.constants)))
  );
}

function sameEntries(a: readonly [string, unknown][], b: Readonly<Record<string, unknown>>): boolean {
  return a.length === Object.keys(b).length && a.every(([name, value]) => Object.is(value, b[name]));
}

function isDead({ definition }: GraphKey): boolean {
  return [...flattenTree(definition.constants).values()].some(
    (tensor) => 'isDisposed' in tensor && tensor.isDisposed,
  );
}
