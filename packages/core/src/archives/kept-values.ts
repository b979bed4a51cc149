import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** What isn't finite is null as JSON. */
const measured = z.number().nullable();
const count = z.number().int().min(0);
const origin = { dataDigest: digest, backend: z.string(), codeVersion: z.string() };

export const measurement = z.strictObject({
  value: measured,
  low: measured.optional(),
  high: measured.optional(),
  definition: z.string(),
});

/** As TrainingRecord. */
export const training = z.strictObject({
  importedFrom: z.string().optional(),
  schedule: z.string(),
  epochs: z.number().min(0),
  batchSize: count,
  steps: count,
  trainImages: count,
  seconds: z.number().min(0),
  flops: z.number().min(0).optional(),
  lossByEpoch: z.array(measured),
  seed: count,
  ...origin,
});

const points = z.array(z.number()).min(1).max(100);

/** As TrainingCurve: a drawing of both. */
export const trainingCurve = z.strictObject({
  steps: count.min(1),
  stepsAPoint: count.min(1),
  losses: points,
  learningRates: points,
});

/** As EvaluationDefinition. */
export const evaluationDefinition = z.strictObject({
  version: z.number(),
  averaging: z.string(),
  klPairs: z.string(),
  eceBins: count,
  confidence: z.number(),
  includesParent: z.boolean(),
});

/** As EvaluationMetrics. */
export const evaluationMetrics = z.strictObject({
  accuracy: measurement,
  nll: measurement,
  ece: measurement,
  kl: measurement.optional(),
  pdr: measurement.optional(),
  brier: measurement.optional(),
  ambiguity: measurement.optional(),
  classes: z
    .array(z.strictObject({ class: count, images: count, accuracy: measurement.nullable() }))
    .optional(),
  decomposition: z
    .strictObject({
      trials: count,
      members: count,
      squaredError: measurement,
      biasSquared: measurement,
      variance: measurement,
      covariance: measurement,
    })
    .optional(),
});

/** As SaliencyResult. */
export const saliencyResult = z.strictObject({
  class: count,
  predicted: count,
  label: count.nullable(),
  height: count,
  width: count,
  definition: z.string(),
  sanity: measurement.nullable(),
  ...origin,
});

/** As GridResult. */
export const gridResult = z.strictObject({
  rows: count,
  columns: count,
  cellSize: count,
  grouping: z.strictObject({ groups: count, error: measured }).nullable(),
  ...origin,
});
