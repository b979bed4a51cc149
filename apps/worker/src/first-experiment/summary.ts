import {
  type Evaluation,
  type EvaluationMetrics,
  Experiment,
  findCleanEvaluations,
  type HammingDistance,
  type Model,
  type NeuronDistances,
  neuronDistances,
  siblingPairs,
  snapshotPairs,
} from '@kindred/core';
import type { DataSource } from 'typeorm';
import { type Distances, readDistances } from '../run-experiment/read-distances.ts';

/** A model or an ensemble with what was measured of it. */
export interface Member {
  name: string;
  accuracy: number;
  nll: number;
  ece: number;
  /** The same and more, with their intervals and definitions. */
  metrics: EvaluationMetrics;
}

export interface Diversity {
  /** Share of images, 0 to 1. */
  pdr: number;
  /** Nats. */
  kl: number;
}

/** What the first experiment found; `--json` prints it. */
export interface Summary {
  experimentId: string;
  name: string;
  seed: number;
  /** From the first job's start to the last one's end. */
  seconds: number;
  backend: string;
  codeVersion: string;
  dataset: string;
  trainImages: number;
  testImages: number;
  /** Of the test images and labels. */
  dataDigest: string;
  preset: string;
  parent: Member;
  children: Member[];
  snapshots: Member[];
  ensemble: Member;
  snapshotEnsemble: Member;
  diversity: Diversity;
  snapshotDiversity: Diversity;
  /** Mean over neurons and sibling pairs. */
  hammingBits: HammingDistance;
  /** Mean over neurons and neighbouring snapshots. */
  snapshotHammingBits: HammingDistance;
  neurons: { siblings: NeuronDistances[]; snapshots: NeuronDistances[] };
  /** The same of the first of each, with their floors and ceilings, and whether the two differ. */
  distances: Distances;
}

/** Reads a finished experiment that has both kinds of ensembles. */
export async function summarize(db: DataSource, experimentId: string): Promise<Summary> {
  const experiment = await db.manager.findOneOrFail(Experiment, {
    where: { id: experimentId },
    relations: { models: true },
    order: { models: { position: 'ASC' } },
  });
  const evaluations = await findCleanEvaluations(db.manager, experimentId);
  const { config, models } = experiment;
  const measured = (name: string) => toMember(evaluations.find((evaluation) => evaluation.name === name)!);
  const ofKind = (kind: Model['kind']) => models.filter((model) => model.kind === kind);
  const recipe = { preset: config.visualize.preset, seed: config.seed };
  const siblings = await neuronDistances(db, siblingPairs(models), recipe);
  const snapshots = await neuronDistances(db, snapshotPairs(models), recipe);
  const { backend, codeVersion, dataDigest } = evaluations[0]!;
  return {
    experimentId,
    name: experiment.name,
    seed: config.seed,
    seconds: (experiment.finishedAt!.getTime() - experiment.startedAt!.getTime()) / 1000,
    backend,
    codeVersion,
    dataset: config.data.name,
    trainImages: config.data.train,
    testImages: config.data.test,
    dataDigest,
    preset: config.visualize.preset,
    parent: measured('parent'),
    children: ofKind('child').map(({ name }) => measured(name)),
    snapshots: ofKind('snapshot').map(({ name }) => measured(name)),
    ensemble: measured('prune-and-tune'),
    snapshotEnsemble: measured('snapshot'),
    diversity: toDiversity(measured('prune-and-tune')),
    snapshotDiversity: toDiversity(measured('snapshot')),
    hammingBits: meanDistance(siblings),
    snapshotHammingBits: meanDistance(snapshots),
    neurons: { siblings, snapshots },
    distances: await readDistances(db, experiment),
  };
}

function toMember({ name, metrics }: Evaluation): Member {
  const { accuracy, nll, ece } = metrics;
  return { name, accuracy: accuracy.value, nll: nll.value, ece: ece.value, metrics };
}

function toDiversity({ metrics }: Member): Diversity {
  return { pdr: metrics.pdr!.value, kl: metrics.kl!.value };
}

function meanDistance(distances: readonly HammingDistance[]): HammingDistance {
  const meanOf = (hash: keyof HammingDistance) =>
    distances.reduce((sum, distance) => sum + distance[hash], 0) / distances.length;
  return {
    average: meanOf('average'),
    perceptual: meanOf('perceptual'),
    difference: meanOf('difference'),
    wavelet: meanOf('wavelet'),
    color: meanOf('color'),
  };
}
