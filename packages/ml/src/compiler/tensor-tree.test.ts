import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { flattenTree, mapTree, type Tree, unflattenTree } from './tensor-tree.ts';

const leaf = (...shape: number[]) => ({ shape, dtype: 'float32' });
const tree = { images: leaf(2, 3), state: { 'conv1.weight': leaf(4), moments: [leaf(1), leaf()] } };

describe('a tree of tensors', () => {
  it('has its leaves by the names that lead to them', () => {
    const leaves = flattenTree(tree);
    expect([...leaves.keys()]).toEqual([
      'images',
      'state/conv1.weight',
      'state/moments/0',
      'state/moments/1',
    ]);
    expect(leaves.get('state/moments/0')).toBe(tree.state.moments[0]);
  });

  it('is built again from its leaves and a tree of its shape', () => {
    const others = new Map([...flattenTree(tree)].map(([path, { shape }]) => [path, leaf(...shape, 7)]));
    expect(unflattenTree(others, tree)).toEqual(mapTree(tree, ({ shape }) => leaf(...shape, 7)));
  });

  it('may be one tensor', () => {
    const tensor = tf.scalar(1);
    expect([...flattenTree(tensor)]).toEqual([['', tensor]]);
    tensor.dispose();
  });

  it('misses no leaf in silence', () => {
    expect(() => unflattenTree(new Map([['images', leaf()]]), tree)).toThrow(
      'No leaf is called "state/conv1.weight": there are images',
    );
  });

  it('has no two leaves of one path', () => {
    expect(() => flattenTree({ 'a/b': leaf(), a: { b: leaf() } })).toThrow('called "a/b"');
  });

  it('refuses what is neither a tensor nor a list or a record', () => {
    const holed = { a: undefined } as unknown as Tree<ReturnType<typeof leaf>>;
    expect(() => flattenTree(holed)).toThrow('"a" is undefined');
  });
});
