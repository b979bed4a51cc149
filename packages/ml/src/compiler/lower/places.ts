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
  /** Of values that are still to be read; the first of each is its home. */
  readonly #placed = new Map<Node, Placed[]>();
  #free: Room[] = [];
  /** So much memory it takes. */
  bytes = 0;

  /** Gives a value a place, which is its home if it is the first. */
  add(node: Node, layout: Layout): Placed {
    const isPicture = node.shape.length === 4 && layout !== 'plain';
    const dims = isPicture ? toPlanes(node.shape) : node.shape;
    const placed = { name: `place ${Object.keys(this.byName).length}`, layout };
    this.byName[placed.name] = { type: node.dtype, dims, address: this.allocate(bytesOf(node)) };
    this.#placed.set(node, [...(this.#placed.get(node) ?? []), placed]);
    return placed;
  }

  home(node: Node): Placed | undefined {
    return this.#placed.get(node)?.[0];
  }

  find(node: Node, layout: Layout): Placed | undefined {
    return this.#placed.get(node)?.find((placed) => placed.layout === layout);
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
    const bytes = bytesOf(node);
    for (const placed of this.#placed.get(node) ?? []) this.release({ address: this.address(placed), bytes });
    this.#placed.delete(node);
  }
}

interface Room {
  address: number;
  bytes: number;
}

const bytesOf = ({ shape, dtype }: Node) => sizeOf(shape) * (dtype === 'bool' ? 1 : 4);

const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;
