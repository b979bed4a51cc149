import { PassThrough } from 'node:stream';
import { findDataset } from '@kindred/ml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExperiment } from '../run-experiment/run-experiment.ts';
import { openWorkshop, type Workshop } from '../testing/open-workshop.ts';
import { readOptions } from './options.ts';
import { presets } from './presets.ts';
import { printTables } from './print-tables.ts';
import { readTables, type Tables } from './read-rows.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
});
afterAll(() => workshop.close());

const options = (...args: string[]) => readOptions(args, workshop.datasets);

describe('the options of the tables', () => {
  it.each([
    [['--preset', 'fast'], '--preset fast is not known.'],
    [['--data', 'svhn'], 'Unknown dataset "svhn": known are mnist'],
    [['--data', 'mnist', '--sample', '2'], '--sample 2 is not a share'],
    [['--colour'], "Unknown option '--colour'"],
  ])('%j is refused with what came and what would do', (args, message) => {
    expect(() => options(...args)).toThrow(message);
  });

  it('take no more images than there are', () => {
    const mnist = findDataset(workshop.datasets, 'mnist');
    const { train, test } = options('--data', 'mnist').config.data;
    expect([train, test]).toEqual([presets['cpu-small'].trainImages, mnist.testImages]);
  });
});

describe('the tables', () => {
  let tables: Tables;
  beforeAll(async () => {
    const { config } = options('--data', 'mnist', '--sample', '0.005');
    const data = findDataset(workshop.datasets, 'mnist');
    const progress = new PassThrough() as unknown as NodeJS.WriteStream;
    tables = await runExperiment(workshop.env, config, (db, id) => readTables(db, id, data), progress);
  }, 240_000);

  it('have every ensemble from the same budget', () => {
    const ensembles = tables.rows.filter(({ size }) => size > 1);
    expect(ensembles.map(({ name, size }) => [name, size])).toEqual([
      ['prune-and-tune', 6],
      ['snapshot', 5],
      ['fge', 5],
      ['horizontal-voting', 5],
      ['dense', 3],
      ['treenet', 3],
      ['batch-ensemble', 4],
      ['mimo', 3],
    ]);
    for (const { name, epochs } of ensembles)
      expect([name, epochs]).toEqual([name, expect.closeTo(presets['cpu-small'].budget)]);
  });

  it('count what is stored: pruned weights don’t count, and shared ones once', () => {
    const parameters = Object.fromEntries(tables.rows.map((row) => [row.name, row.parameters]));
    const { parent } = parameters as { parent: number };
    expect(parameters.dense).toBeCloseTo(3 * parent);
    expect(parameters['prune-and-tune']! / parent).toBeGreaterThan(3);
    expect(parameters['prune-and-tune']! / parent).toBeLessThan(3.2);
    expect(parameters['batch-ensemble']! / parent).toBeLessThan(1.1);
  });

  it('print each with its interval, what it took and the definitions', () => {
    const told = printTables(tables);
    expect(told).toMatch(/^Tables I and II on mnist: resnet8, 100 images to train on \(crop\), 50 to test/);
    expect(told).toMatch(/mimo \(M=3\) +\d+\.\d\d +\[\d+\.\d\d, \d+\.\d\d]/);
    expect(told).toContain('PDR: PDR v1, share of unequal argmax, mean over pairs');
  });

  it('are the paper’s with the preset for it', () => {
    const { config } = readOptions(['--preset', 'paper', '--data', 'mnist'], workshop.datasets);
    expect(config.parent).toMatchObject({ architecture: 'wrn-28-10', epochs: 140, batchSize: 128 });
    expect(config.ensembles[0]).toMatchObject({ families: 3, tuning: { epochs: 10, maxLearningRate: 0.1 } });
  });
});
