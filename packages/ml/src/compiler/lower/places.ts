import type { DType, Node } from '../graph/node.ts';
import { type Layout, sizeOf, toPlanes } from './layout.ts';
import type { Placed } from './lowering.ts';

/** Where a value lies in the memory that the parts of a program share. */
export interface Place {
  type: DType;
  dims: readonly number[];
  address: number;
}

/** Lines of the processor's cache, and its widest registers, are so many bytes long. */
const alignment = 64;

/** The memory that the parts of a program share, as it is shared out: what is read no more makes room for what comes. */
export class Places {
  readonly byName: Record<string, Place> = {};
  readonly #homes = new Map<Node, Placed>();
  #free: Room[] = [];
  /** So much memory it takes. */
  bytes = 0;

  /** Gives a value a place, which is its home if it is the first. */
  add(node: Node, layout: Layout): Placed {
    const isPicture = node.shape.length === 4 && layout !== 'plain';
    const dims = isPicture ? toPlanes(node.shape) : node.shape;
    const placed = { name: nameOf(node, layout), layout };
    this.byName[placed.name] = { type: node.dtype, dims, address: this.allocate(bytesOf(node)) };
    if (!this.#homes.has(node)) this.#homes.set(node, placed);
    return placed;
  }

  home(node: Node): Placed | undefined {
    return this.#homes.get(node);
  }

  find(node: Node, layout: Layout): Placed | undefined {
    const name = nameOf(node, layout);
    return name in this.byName ? { name, layout } : undefined;
  }

  address({ name }: Placed): number {
    return this.byName[name]!.address;
  }

  /** Room for so many bytes; the smallest that is free and large enough, or else more memory. */
  allocate(wanted: number): number {
    const bytes = aligned(wanted);
    const [room] = this.#free.filter((room) => room.bytes >= bytes).sort((a, b) => a.bytes - b.bytes);
    if (!room) {
      this.bytes += bytes;
      return this.bytes - bytes;
    }
    this.#free = this.#free.filter((other) => other !== room);
    if (room.bytes > bytes) this.#free.push({ address: room.address + bytes, bytes: room.bytes - bytes });
    return room.address;
  }

  /** Gives room back. */
  release({ address, bytes }: Room): void {
    this.#free.push({ address, bytes: aligned(bytes) });
  }

  /** Gives back all places of a value. */
  forget(node: Node): void {
    for (const layout of ['plain', 'planes', 'blocks'] as const) {
      const place = this.byName[nameOf(node, layout)];
      if (place) this.release({ address: place.address, bytes: bytesOf(node) });
    }
  }
}

interface Room {
  address: number;
  bytes: number;
}

const nameOf = ({ id }: Node, layout: Layout) => `${layout} ${id}`;

const bytesOf = ({ shape, dtype }: Node) => sizeOf(shape) * (dtype === 'bool' ? 1 : 4);

const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;
