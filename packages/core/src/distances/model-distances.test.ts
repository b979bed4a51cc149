import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Model } from '../models/model.entity.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '../testing/index.ts';
import { byHash, hashNames } from '../visualizations/hash-names.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { VisualizationHashes } from '../visualizations/visualization-hashes.entity.ts';
import { calibrateNeurons } from './calibrate-neurons.ts';
import type { ComparedNeuron } from './count-distances.ts';
import { keepModelDistances, type ModelDistance, modelDistances } from './model-distances.ts';
import { readHashesFrom } from './read-hashes.ts';

let database: TestDatabase;
let family: Family;
let pictures: Visualization[];
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
  pictures = await database.dataSource
    .getRepository(Visualization)
    .find({ relations: { hashes: true }, order: { layer: 'ASC', channel: 'ASC' } });
});
afterAll(() => database.drop());

const recipe = { preset: 'quick', seed: 1 };
const pairOf = (from: Model, to: Model) => ({ from: from.id, to: to.id, ...recipe });
const picture = (model: Model, { layer, channel }: NeuronRef, seed = 1) =>
  pictures.find(
    (one) => one.modelId === model.id && one.layer === layer && one.channel === channel && one.seed === seed,
  )!;
const unequal = (one: Visualization, other: Visualization, hash: (typeof hashNames)[number]) =>
  [...one.hashes![hash]].filter((bit, place) => bit !== other.hashes![hash][place]).length;

const told = (neuron: ComparedNeuron) => ({
  layer: neuron.layer,
  channel: neuron.channel,
  bits: byHash((hash) => neuron.bits(hash)),
  calibration: byHash((hash) => neuron.calibrate(hash)),
});

/** Mean and sample deviation, by their definitions. */
function spread(bits: number[]) {
  const mean = bits.reduce((sum, value) => sum + value, 0) / bits.length;
  const squares = bits.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean: expect.closeTo(mean, 9),
    deviation: expect.closeTo(Math.sqrt(squares / (bits.length - 1)), 9),
    count: bits.length,
  };
}

test('two models lie as far apart as the bits of their pictures say, neuron by neuron and on the whole', async () => {
  const [one, other] = family.children as [Model, Model];
  const [found] = await modelDistances(readHashesFrom(database.dataSource), [pairOf(one, other)]);
  const { neurons } = family;
  expect(found!.neurons.map(({ layer, channel }) => ({ layer, channel }))).toEqual(neurons);
  for (const hash of hashNames) {
    const between = (a: NeuronRef, b: NeuronRef) => unequal(picture(one, a), picture(other, b), hash);
    const again = (neuron: NeuronRef) =>
      [one, other].map((model) => unequal(picture(model, neuron), picture(model, neuron, 2), hash));
    for (const [index, neuron] of neurons.entries()) {
      const others = neurons.filter((stranger) => stranger !== neuron);
      const unrelated = others.flatMap((stranger) => [between(neuron, stranger), between(stranger, neuron)]);
      const compared = found!.neurons[index]!;
      const { floor, ceiling } = compared.calibrate(hash);
      expect(compared.bits(hash)).toBe(between(neuron, neuron));
      expect(floor).toMatchObject(spread(again(neuron)));
      expect(ceiling).toMatchObject(spread(unrelated));
    }
    const bits = neurons.map((neuron) => between(neuron, neuron));
    const unrelated = neurons.flatMap((a) => neurons.flatMap((b) => (a === b ? [] : [between(a, b)])));
    const { mean, floor, ceiling, z } = found!.hashes[hash];
    const { deviation } = ceiling!;
    expect(mean.value).toBeCloseTo(bits.reduce((sum, value) => sum + value, 0) / bits.length, 9);
    expect(mean.low).toBeLessThan(mean.value);
    expect(mean.high).toBeGreaterThan(mean.value);
    expect(floor).toMatchObject(spread(neurons.flatMap(again)));
    expect(ceiling).toMatchObject(spread(unrelated));
    expect(z).toBeCloseTo((mean.value - ceiling!.mean) / deviation!, 9);
  }
});

test('in one layer, unrelated neurons are of that layer too', async () => {
  const [one, other] = family.children as [Model, Model];
  const layer = 'stage2.block0';
  const [found] = await modelDistances(readHashesFrom(database.dataSource), [
    { ...pairOf(one, other), layer },
  ]);
  const [a, b] = family.neurons.filter((neuron) => neuron.layer === layer) as [NeuronRef, NeuronRef];
  expect(found!.neurons).toHaveLength(2);
  expect(found!.hashes.average.ceiling).toMatchObject(
    spread([
      unequal(picture(one, a), picture(other, b), 'average'),
      unequal(picture(one, b), picture(other, a), 'average'),
    ]),
  );
});

test('of some neurons alone it is told the same as of all', async () => {
  const readHashes = readHashesFrom(database.dataSource);
  const pair = pairOf(family.parent, family.snapshots[0]!);
  const chosen = [4, 1].map((place) => family.neurons[place]!);
  const [all] = await modelDistances(readHashes, [pair]);
  const strangers = { layer: 'nowhere', channel: 0 };
  const [, nobody, ...some] = await calibrateNeurons(
    readHashes,
    [family.neurons[0]!, strangers, ...chosen].map((neuron) => ({ ...pair, ...neuron })),
  );
  expect(nobody).toBeNull();
  expect(some.map((one) => told(one!))).toEqual([4, 1].map((place) => told(all!.neurons[place]!)));
});

test('a model is 0 bits from itself, and its floor counts each picture once', async () => {
  const [found] = await modelDistances(readHashesFrom(database.dataSource), [
    pairOf(family.parent, family.parent),
  ]);
  expect(found!.hashes.average.mean).toMatchObject({ value: 0, low: 0, high: 0 });
  expect(found!.neurons[0]!.calibrate('average').floor).toMatchObject({
    count: 1,
    deviation: null,
  });
});

test('a silent picture has no distance to any, and one that nobody asked for makes no floor', async () => {
  const [one, , , other] = family.children as [Model, Model, Model, Model];
  const [silent, floorless] = family.neurons as [NeuronRef, NeuronRef];
  const change = (values: Partial<VisualizationHashes>, { id: visualizationId }: Visualization) =>
    database.dataSource.getRepository(VisualizationHashes).update({ visualizationId }, values);
  const silence = (picture: Visualization) => change({ comparable: false }, picture);
  await silence(picture(other, silent));
  await change({ seed: 1001 }, picture(one, floorless, 2));
  await change({ preset: 'lucent' }, picture(other, floorless, 2));
  const measure = () => modelDistances(readHashesFrom(database.dataSource), [pairOf(one, other)]);
  const [{ neurons }] = (await measure()) as [ModelDistance];
  expect(neurons.map(({ layer, channel }) => ({ layer, channel }))).toEqual(family.neurons.slice(1));
  const references = neurons.map((neuron) => neuron.calibrate('average'));
  expect(references.map(({ floor, ceiling }) => [floor?.count, ceiling?.count])).toEqual([
    [1, 8],
    [2, 8],
    [2, 8],
    [2, 8],
    [2, 8],
  ]);
  await silence(picture(one, floorless, 2));
  const [found] = await measure();
  expect(found!.neurons[0]!.calibrate('average')).toMatchObject({
    floor: null,
    position: null,
    missing: ['floor: neither model has a picture by another seed here'],
  });
});

test('models that have no picture of one neuron have no distance', async () => {
  const { dataSource } = database;
  expect(await modelDistances(readHashesFrom(dataSource), [])).toEqual([]);
  const nobody = { ...pairOf(family.parent, family.children[0]!), seed: 99 };
  expect(
    await modelDistances(readHashesFrom(dataSource), [nobody, pairOf(family.parent, family.snapshots[1]!)]),
  ).toEqual([null, expect.anything()]);
});

test('what was measured is kept for either direction until pictures are read anew', async () => {
  const [one, other] = family.children as [Model, Model];
  const fresh = readHashesFrom(database.dataSource);
  let pictures = await fresh([one, other].map(({ id: modelId }) => ({ modelId, preset: 'quick' })));
  const measure = keepModelDistances(async (wanted) =>
    wanted.map(({ modelId }) => pictures[modelId === one.id ? 0 : 1]!),
  );
  const [there] = await measure([pairOf(one, other)]);
  const [back] = await measure([pairOf(other, one)]);
  expect(back).toBe(there);
  const [measured] = await modelDistances(fresh, [pairOf(other, one)]);
  expect(back!.hashes).toEqual(measured!.hashes);
  pictures = [pictures[0]!, []];
  expect(await measure([pairOf(one, other)])).toEqual([null]);
});

test('pictures whose hashes follow two definitions are compared by each, and told from the input on', async () => {
  const [one, other] = family.snapshots as [Model, Model];
  const changed = [family.neurons[1]!, family.neurons[3]!];
  const { dataSource } = database;
  for (const model of [one, other])
    for (const neuron of changed)
      await dataSource
        .getRepository(VisualizationHashes)
        .update({ visualizationId: picture(model, neuron).id }, { version: 'of old' });
  const [found] = await modelDistances(readHashesFrom(dataSource), [pairOf(one, other)]);
  expect(found!.neurons.map(({ layer, channel }) => ({ layer, channel }))).toEqual(family.neurons);
  const others = found!.neurons.map((neuron) => neuron.calibrate('wavelet').ceiling!.count);
  const [few, many] = [2 * (changed.length - 1), 2 * (family.neurons.length - changed.length - 1)];
  expect(others).toEqual(family.neurons.map((neuron) => (changed.includes(neuron) ? few : many)));
  expect(found!.hashes.wavelet.ceiling!.count).toBe((2 * few + 4 * many) / 2);
});
