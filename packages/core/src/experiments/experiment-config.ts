import { z } from 'zod';
import { presetNames } from '../visualizations/preset-names.ts';

const share = z.number().gt(0).lt(1);
const learningRate = z.number().gt(0).max(10);
/** Passes over the training images; a part of one takes that share of its batches. */
const epochs = z.number().gt(0).max(1000);

const pruneAndTune = z.strictObject({
  method: z.literal('prune-and-tune'),
  /** Anti-random pairs; the ensemble has twice as many members. */
  pairs: z.number().int().min(1).max(32),
  pruning: z.strictObject({
    kind: z.literal('anti-random'),
    granularity: z.literal('unstructured'),
    scope: z.literal('local'),
    /** A pair splits the parent's weights between them, so each child loses half. */
    sparsity: z.literal(0.5),
  }),
  tuning: z.strictObject({
    epochs,
    schedule: z.literal('one-cycle'),
    maxLearningRate: learningRate,
  }),
});

const snapshot = z.strictObject({
  method: z.literal('snapshot'),
  members: z.number().int().min(1).max(64),
  /** Epochs of each snapshot's cycle. */
  epochs,
  /** The rate that each cosine cycle starts from. */
  learningRate,
});

/** What an experiment is asked to do: the same in a file, in the browser's form and in ExperimentInput. */
export const experimentConfig = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Every random draw of the experiment follows from it. */
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  data: z.strictObject({
    name: z.string(),
    /** Training images, taken by the seed from all there are. */
    train: z.number().int().min(1),
    /** Test images, the first of the test set. */
    test: z.number().int().min(1),
  }),
  parent: z.strictObject({
    architecture: z.string(),
    epochs,
    batchSize: z.number().int().min(2).max(4096),
    learningRate,
    weightDecay: z.number().min(0).max(1),
  }),
  ensembles: z
    .array(z.discriminatedUnion('method', [pruneAndTune, snapshot]))
    .refine((ensembles) => new Set(ensembles.map(({ method }) => method)).size === ensembles.length, {
      error: 'each method may be asked for once',
    }),
  visualize: z.strictObject({
    neuronsPerLayer: z.number().int().min(0).max(64),
    preset: z.enum(presetNames),
  }),
  evaluate: z.strictObject({
    eceBins: z.number().int().min(1).max(1000),
    /** Of the intervals shown beside each measurement. */
    confidence: share,
  }),
});

export type ExperimentConfig = z.infer<typeof experimentConfig>;
