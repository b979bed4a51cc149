import { describe, expect, it } from 'vitest';
import type { DType, Node } from '../graph/node.ts';
import { Places } from './places.ts';

let id = 0;
const value = (shape: number[], dtype: DType = 'float32'): Node =>
  ({ id: id++, op: 'relu', inputs: [], attributes: {}, shape, dtype }) as Node<'relu'>;

describe('the places of values that several parts of a program read', () => {
  it('begin at multiples of 64 bytes, one after the other', () => {
    const places = new Places();
    const addresses = [value([3]), value([17], 'bool'), value([2, 3, 5, 16])].map((node) =>
      places.address(places.add(node, 'plain')),
    );
    expect(addresses).toEqual([0, 64, 128]);
    expect(places.bytes).toBe(128 + 2 * 3 * 5 * 16 * 4);
  });

  it('are shaped as the layout has it', () => {
    const places = new Places();
    const picture = value([2, 3, 5, 16]);
    const [blocks, plain] = [places.add(picture, 'blocks'), places.add(picture, 'plain')];
    expect(places.byName[blocks.name]!.dims).toEqual([2, 16, 3, 5]);
    expect(places.byName[plain.name]!.dims).toEqual([2, 3, 5, 16]);
    expect(places.home(picture)).toEqual(blocks);
    expect(places.find(picture, 'plain')).toEqual(plain);
    expect(places.find(picture, 'planes')).toBeUndefined();
  });

  it('take the smallest room that was given back and is large enough, and leave the rest of it', () => {
    const places = new Places();
    const [large, small] = [value([64]), value([32])];
    places.add(large, 'plain');
    places.add(value([1]), 'plain');
    places.add(small, 'plain');
    const { bytes } = places;
    places.forget(large);
    places.forget(small);
    const at = (floats: number) => places.address(places.add(value([floats]), 'plain'));
    expect([at(32), at(16), at(48)]).toEqual([320, 0, 64]);
    expect(places.bytes).toBe(bytes);
    expect(at(1)).toBe(bytes);
  });

  it('are found no more once they were given back, and may be made anew', () => {
    const places = new Places();
    const node = value([16]);
    const first = places.add(node, 'plain');
    places.forget(node);
    expect([places.home(node), places.find(node, 'plain')]).toEqual([undefined, undefined]);
    places.add(value([16]), 'plain');
    const second = places.add(node, 'plain');
    expect(second.name).not.toBe(first.name);
    expect(places.address(second)).toBe(64);
    expect(places.home(node)).toEqual(second);
  });
});
