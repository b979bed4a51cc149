import { z } from 'zod';
import { augmentationNames } from '../datasets/augmentation-names.ts';
import { corruptionsConfig } from '../evaluations/condition.ts';
import { methodConfig } from '../methods/methods.ts';
import { scheduleNames } from '../models/schedule.ts';
import { presetNames } from '../visualizations/preset-names.ts';
import { wantedLabel } from '../workers/wanted-label.ts';
import { epochsOrNone, learningRate, maxSeed, seed, share, weightsFile } from './quantities.ts';

const values = z.strictObject({
  name: z.string().trim().min(1).max(120),
  seed,
  data: z.strictObject({
    name: z.string(),
    /** Training images, taken by the seed from all there are; 0 where nothing is trained. */
    train: z.number().int().min(0),
    /** Test images, the first of the test set. */
    test: z.number().int().min(1),
    augmentation: z.enum(augmentationNames),
  }),
  parent: z
    .strictObject({
      architecture: z.string(),
      /** Whose training it starts from; null for fresh weights. */
      weights: weightsFile.nullable(),
      /** 0 takes given weights as they are. */
      epochs: epochsOrNone,
      batchSize: z.number().int().min(2).max(4096),
      learningRate,
      /** How the rate goes from there, also for what is trained beside the parent from fresh weights. */
      schedule: z.enum(scheduleNames),
      weightDecay: z.number().min(0).max(1),
    })
    .refine(({ weights, epochs }) => weights !== null || epochs > 0, {
      error: 'must be above 0 for a parent without weights',
      path: ['epochs'],
    }),
  ensembles: z
    .array(methodConfig)
    .refine((ensembles) => new Set(ensembles.map(({ method }) => method)).size === ensembles.length, {
      error: 'each method may be asked for once',
    }),
  visualize: z.strictObject({
    neuronsPerLayer: z.number().int().min(0).max(64),
    preset: z.enum(presetNames),
    /** Pictures of each neuron, by the experiment's seed and those that follow it; distances have a floor from 2 on. */
    seeds: z.number().int().min(1).max(16),
  }),
  /** A label of the workers that may do its jobs; any where none is given. */
  runOn: wantedLabel.nullish(),
  evaluate: z.strictObject({
    eceBins: z.number().int().min(1).max(1000),
    /** Of the intervals shown beside each measurement. */
    confidence: share,
    corruptions: corruptionsConfig,
  }),
});

/** What an experiment is asked to do: the same in a file, in the browser's form and in ExperimentInput. */
export const experimentConfig = values
  .refine(
    ({ data, parent, ensembles }) => data.train > 0 || (parent.epochs === 0 && ensembles.length === 0),
    {
      error: 'must be 1 or more where something is trained',
      path: ['data', 'train'],
    },
  )
  .refine(({ seed, visualize }) => seed + visualize.seeds - 1 <= maxSeed, {
    error: `the seeds that follow the experiment’s must be up to ${maxSeed} too`,
    path: ['visualize', 'seeds'],
  });

export type ExperimentConfig = z.infer<typeof experimentConfig>;
