import type { BiasVarianceCovariance, Evaluation, Measurement } from '../evaluations/evaluation.entity.ts';
import type { TrainingRecord } from '../models/model.entity.ts';
import type { TrainingCurve } from '../models/training-curve.ts';
import type { HashName } from '../visualizations/hash-names.ts';
import type { VisualizationHashes } from '../visualizations/visualization-hashes.entity.ts';
import { bitsOf, digestOf } from './sample-bits.ts';

export function sampleTraining(seed: number): TrainingRecord {
  return {
    schedule: 'piecewise',
    epochs: 2,
    batchSize: 64,
    steps: 375,
    trainImages: 12_000,
    seconds: 60,
    flops: 1.5e12,
    lossByEpoch: [0.4, 0.1],
    seed,
    dataDigest: digestOf('train images'),
    backend: 'cpu',
    codeVersion: 'test',
  };
}

/** Of the same training. */
export function sampleCurve(): TrainingCurve {
  return { steps: 375, stepsAPoint: 125, losses: [0.6, 0.2, 0.1], learningRates: [0.1, 0.1, 0.001] };
}

export function sampleHashes(key: string): Pick<VisualizationHashes, HashName | 'version'> {
  return {
    average: bitsOf(`average of ${key}`, 64),
    perceptual: bitsOf(`perceptual of ${key}`, 64),
    difference: bitsOf(`difference of ${key}`, 64),
    wavelet: bitsOf(`wavelet of ${key}`, 64),
    color: bitsOf(`color of ${key}`, 42),
    version: 'imagehash-1',
  };
}

/** Of two draws of two members each. */
export function sampleDecomposition(): BiasVarianceCovariance {
  return {
    trials: 2,
    members: 2,
    squaredError: measure('squared error', 0.03),
    biasSquared: measure('bias²', 0.02),
    variance: measure('variance', 0.016),
    covariance: measure('covariance', 0.004),
  };
}

/** With diversity where there is more than one member. */
export function sampleEvaluation(
  members: number,
): Pick<
  Evaluation,
  'dataset' | 'dataDigest' | 'images' | 'definition' | 'metrics' | 'backend' | 'codeVersion'
> {
  const diversity = {
    kl: measure('KL', 0.02),
    pdr: measure('PDR', 0.01),
    ambiguity: measure('ambiguity', 0.004),
  };
  return {
    dataset: 'mnist',
    dataDigest: digestOf('test images'),
    images: 10_000,
    definition: {
      version: 1,
      averaging: 'mean-softmax',
      eceBins: 15,
      klPairs: 'ordered',
      confidence: 0.95,
      includesParent: false,
    },
    metrics: {
      accuracy: measure('accuracy', 0.98),
      nll: measure('NLL', 0.06),
      ece: measure('ECE', 0.01),
      brier: measure('Brier', 0.03),
      classes: [
        { class: 0, images: 980, accuracy: measure('class accuracy', 0.99) },
        { class: 1, images: 0, accuracy: null },
      ],
      ...(members > 1 ? diversity : {}),
    },
    backend: 'cpu',
    codeVersion: 'test',
  };
}

function measure(metric: string, value: number): Measurement {
  return { value, low: value * 0.9, high: value * 1.1, definition: `${metric} v1` };
}
