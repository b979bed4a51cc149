import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { maskOverlaps, type TensorOverlap } from './mask-overlaps.ts';
import { maskPartition } from './mask-partition.ts';
import { MaskedTensor } from './masked-tensor.entity.ts';

let database: TestDatabase;
let family: Family;
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
});
afterAll(() => database.drop());

const overlapsOf = (...pairs: [child: number, other: number][]): Promise<TensorOverlap[][]> =>
  maskOverlaps(
    database.dataSource,
    pairs.map(([model, other]) => ({ model: family.children[model]!.id, other: family.children[other]!.id })),
  );

test('siblings share no weight and leave none out, of an odd number either', async () => {
  const [ofPair] = await overlapsOf([0, 1]);
  expect(ofPair).toMatchObject([
    { tensor: 'conv1.weight', weights: 9, both: 0 },
    { tensor: 'layer1.0.conv1.weight', weights: 12, both: 0 },
  ]);
  for (const { weights, kept, otherKept } of ofPair!) expect(kept + otherKept).toBe(weights);
});

test('what two masks share is counted weight by weight, in the order of the pairs', async () => {
  const bitsOf = (child: number) =>
    database.dataSource.getRepository(MaskedTensor).find({
      where: { modelId: family.children[child]!.id },
      order: { position: 'ASC' },
      select: { bits: true },
    });
  const [ours, theirs] = await Promise.all([bitsOf(0), bitsOf(2)]);
  const both = ours.map(
    ({ bits }, tensor) => [...bits].filter((bit, i) => bit === '1' && theirs[tensor]!.bits[i] === '1').length,
  );
  const [itself, strangers] = await overlapsOf([2, 2], [0, 2]);
  expect(strangers!.map((tensor) => tensor.both)).toEqual(both);
  expect(both.some((count) => count > 0)).toBe(true);
  for (const { kept, otherKept, both } of itself!) expect([both, otherKept]).toEqual([kept, kept]);
});

test('a model without a mask has no overlap with any', async () => {
  const pairs = [
    { model: family.parent.id, other: family.children[0]!.id },
    { model: family.children[0]!.id, other: family.parent.id },
  ];
  expect(await maskOverlaps(database.dataSource, pairs)).toEqual([[], []]);
});

test('of masks that split a network each weight is kept by exactly one, and of others it is told what is wrong', async () => {
  const ids = family.children.map(({ id }) => id);
  const partitionOf = (...children: number[]) =>
    maskPartition(
      database.dataSource,
      children.map((child) => ids[child]!),
    );
  expect(await partitionOf(0, 1)).toEqual({ weights: 21, keptByNone: 0, keptAgain: 0 });
  expect(await partitionOf(0, 1, 2, 3)).toEqual({ weights: 21, keptByNone: 0, keptAgain: 21 });
  const [ofStrangers] = await overlapsOf([0, 2]);
  const sum = (count: (overlap: TensorOverlap) => number) =>
    ofStrangers!.reduce((total, overlap) => total + count(overlap), 0);
  expect(await partitionOf(0, 2)).toEqual({
    weights: 21,
    keptByNone: sum(({ weights, kept, otherKept, both }) => weights - kept - otherKept + both),
    keptAgain: sum(({ both }) => both),
  });
  expect(await maskPartition(database.dataSource, [ids[0]!, family.parent.id])).toBeNull();
});

test('bits that don’t fit the number of weights are refused', async () => {
  const update = database.dataSource.query("update masked_tensor set bits = bits || B'1'");
  await expect(update).rejects.toThrow('masked_tensor_weights_check');
});
