import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { firstExperiment, Model } from '@kindred/core';
import {
  decodeSafetensors,
  encodeSafetensors,
  encodeWeights,
  findArchitecture,
  findDataset,
  initializeWeights,
  trainingFlops,
} from '@kindred/ml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExperiment } from '../run-experiment/run-experiment.ts';
import { openWorkshop, type Workshop } from '../testing/open-workshop.ts';
import { architectureOf } from './architecture-of.ts';
import { readOptions } from './options.ts';
import { presets } from './presets.ts';
import { printTables } from './print-tables.ts';
import { readTables, type Tables } from './read-rows.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
});
afterAll(() => workshop.close());

const options = (...args: string[]) =>
  readOptions(args, workshop.datasets, (file) => architectureOf(workshop.dataFolder, file));

describe('the options of the tables', () => {
  it.each([
    [['--preset', 'fast'], '--preset fast is not known.'],
    [['--data', 'svhn'], 'Unknown dataset "svhn": known are mnist'],
    [['--data', 'mnist', '--sample', '2'], '--sample 2 is not a share'],
    [['--parent', 'mine.safetensors', '--data', 'mnist'], 'The weights "mine.safetensors" are not here'],
    [['--colour'], "Unknown option '--colour'"],
  ])('%j is refused with what came and what would do', async (args, message) => {
    await expect(options(...args)).rejects.toThrow(message);
  });

  const fileOf = async (text: string) => {
    const file = path.join(workshop.dataFolder, 'experiment.json');
    await writeFile(file, text);
    return file;
  };

  it('may be a file with an experiment of one’s own', async () => {
    const file = await fileOf(JSON.stringify(firstExperiment));
    expect((await options('--config', file)).config).toEqual(firstExperiment);
    const { config } = await options('--config', file, '--seed', '7', '--sample', '0.1');
    expect([config.seed, config.data.train]).toEqual([7, 1600]);
  });

  it('refuse a file that holds no experiment, with all that is wrong, and options beside it', async () => {
    await expect(options('--config', '/nowhere.json')).rejects.toThrow(
      "/nowhere.json: it can't be read (ENOENT)",
    );
    await expect(options('--config', await fileOf('{,'))).rejects.toThrow('it is no JSON');
    const file = await fileOf(JSON.stringify({ ...firstExperiment, seed: -1, colour: 'red' }));
    await expect(options('--config', file)).rejects.toThrow(/experiment\.json: .*\n- seed: .*\n.*colour/);
    await expect(options('--config', file, '--data', 'mnist')).rejects.toThrow(
      '--data came with --config, which says it all.',
    );
  });

  it('take no more images than there are', async () => {
    const mnist = findDataset(workshop.datasets, 'mnist');
    const { config } = await options('--data', 'mnist');
    const { train, test } = config.data;
    expect([train, test]).toEqual([presets['cpu-small'].trainImages, mnist.testImages]);
  });
});

describe('the tables', () => {
  let tables: Tables;
  beforeAll(async () => {
    const { config } = await options('--data', 'mnist', '--sample', '0.005');
    const data = findDataset(workshop.datasets, 'mnist');
    const progress = new PassThrough() as unknown as NodeJS.WriteStream;
    tables = await runExperiment(workshop.env, config, (db, id) => readTables(db, id, data), progress);
  }, 240_000);

  it('have every ensemble from the same budget', () => {
    expect(tables.ensembles.map(({ name, size }) => [name, size])).toEqual([
      ['prune-and-tune', 6],
      ['snapshot', 5],
      ['fge', 5],
      ['horizontal-voting', 5],
      ['dense', 3],
      ['dropout', 30],
      ['ltr', 3],
      ['edst', 3],
      ['treenet', 3],
      ['batch-ensemble', 4],
      ['mimo', 3],
    ]);
    // Rounds of tickets are of whole steps, here of three an epoch: each may be half a step off.
    const { budget, ltrRounds } = presets['cpu-small'];
    const rounding = (3 * (ltrRounds + 1) * 0.5) / 3;
    for (const { name, epochs } of tables.ensembles) {
      if (name === 'ltr') expect(Math.abs(epochs - budget)).toBeLessThanOrEqual(rounding);
      else expect([name, epochs]).toEqual([name, expect.closeTo(budget)]);
    }
  });

  it('count the operations of a training', () => {
    const data = findDataset(workshop.datasets, 'mnist');
    const [parent] = tables.networks;
    // Seven epochs of three batches of 32.
    expect(parent!.flops).toBe(trainingFlops(findArchitecture('resnet8'), data, 7 * 3 * 32));
  });

  it('count what is stored: pruned weights don’t count, and shared ones once', () => {
    const parameters = Object.fromEntries(
      [...tables.networks, ...tables.ensembles].map((row) => [row.name, row.parameters]),
    );
    const { parent } = parameters as { parent: number };
    expect(parameters.dense).toBeCloseTo(3 * parent);
    expect(parameters['prune-and-tune']! / parent).toBeGreaterThan(3);
    expect(parameters['prune-and-tune']! / parent).toBeLessThan(3.2);
    expect(parameters['batch-ensemble']! / parent).toBeLessThan(1.1);
    for (const name of ['ltr', 'edst']) {
      expect(parameters[name]! / parent).toBeGreaterThan(3 * 0.2);
      expect(parameters[name]! / parent).toBeLessThan(3 * 0.25);
    }
    expect(parameters.dropout).toBeCloseTo(parent);
  });

  it('print each with its interval, what it took and the definitions', () => {
    const told = printTables(tables);
    expect(told).toMatch(/^Tables I and II on mnist: resnet8, 100 images to train on \(crop\), 50 to test/);
    expect(told).toMatch(/mimo \(M=3\) +\d+\.\d\d +\[\d+\.\d\d, \d+\.\d\d]/);
    expect(told).toContain('PDR: PDR v1, share of unequal argmax, mean over pairs');
  });

  it('print the paper’s numbers beside them, and what differs', () => {
    const told = printTables(tables);
    expect(told).toContain(
      'Claims of Table I, CIFAR-10; here resnet8 instead of wrn-28-10, 100 instead of 50000 training images, ',
    );
    expect(told).toMatch(
      /FGE \(M=12\) +96\.35 +\d+\.\d\d +0\.13 +\d\.\d{4} +0\.02 +\d\.\d{4} +5 instead of 12 members\n/,
    );
    expect(told).toMatch(/EDST Ensemble\* +0\.026 +– +0\.057 +\d\.\d{4} +PDR other definition, KL .+\n/);
    expect(told).not.toContain('CIFAR-100');
  });

  it('are the paper’s with the preset for it', async () => {
    const { config } = await options('--preset', 'paper', '--data', 'mnist');
    expect(config.parent).toMatchObject({ architecture: 'wrn-28-10', epochs: 140, batchSize: 128 });
    expect(config.ensembles[0]).toMatchObject({ families: 3, tuning: { epochs: 10, maxLearningRate: 0.1 } });
  });
});

describe('Table III', () => {
  it('is of a parent that was trained elsewhere, its children and its ticket', async () => {
    const specs = findArchitecture('resnet8').tensors({ channels: 1, classes: 10 });
    const { tensors } = decodeSafetensors(await encodeWeights(initializeWeights(specs, 5), specs));
    const file = encodeSafetensors(tensors, {
      architecture: 'resnet8',
      preprocess: 'grey/255, mean .5, std .25',
    });
    await mkdir(path.join(workshop.dataFolder, 'weights'));
    await writeFile(path.join(workshop.dataFolder, 'weights', 'mine.safetensors'), file);
    const { config } = await options('--parent', 'mine.safetensors', '--data', 'mnist', '--sample', '0.003');
    const tuning = { epochs: 1, maxLearningRate: 0.1, checkpoints: 0 };
    const ensembles = config.ensembles.map((method) => ('tuning' in method ? { ...method, tuning } : method));
    const data = findDataset(workshop.datasets, 'mnist');
    const progress = new PassThrough() as unknown as NodeJS.WriteStream;
    const { networks, experimentId } = await runExperiment(
      workshop.env,
      { ...config, ensembles },
      (db, id) => readTables(db, id, data),
      progress,
    );
    expect(networks.map(({ name }) => name)).toEqual([
      'parent',
      'child-1',
      'child-2',
      'child-3',
      'child-4',
      'ticket',
    ]);
    const parent = await workshop.db.manager.findOneByOrFail(Model, { experimentId, kind: 'parent' });
    expect(parent.training).toMatchObject({
      importedFrom: `mine.safetensors, SHA-256 ${createHash('sha256').update(file).digest('hex')}`,
      epochs: 0,
      steps: 0,
      lossByEpoch: [],
    });
    const kept = decodeSafetensors(await workshop.artifacts.read(parent.weightsDigest!));
    expect(kept.tensors).toEqual(tensors);
  }, 120_000);
});
