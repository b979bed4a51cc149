import {
  type ComparedClaim,
  type EvaluationMetrics,
  Experiment,
  type ExperimentConfig,
  ensembleNames,
  epochsOf,
  findClaims,
  findCleanEvaluations,
  kindOf,
  type Model,
  membersIn,
  readHashesFrom,
  sharingOf,
  trainedFor,
} from '@kindred/core';
import { findArchitecture, type NetworkShape, shareNetwork } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import { type Distances, readDistances } from '../run-experiment/read-distances.ts';

/** A network or an ensemble with what was measured of it and what it took. */
export interface Row {
  name: string;
  /** Predictions averaged. */
  size: number;
  metrics: EvaluationMetrics;
  /** Training, the parent's included where it comes from it, in epochs of one network of the parent's architecture. */
  epochs: number;
  /** The same, in floating-point operations as if nothing were pruned. */
  flops: number;
  /** The same, in seconds of the jobs that trained. */
  seconds: number;
  /** Numbers that are stored to predict with, in millions; of pruned networks those that are left. */
  parameters: number;
}

export interface Tables {
  experimentId: string;
  config: ExperimentConfig;
  backend: string;
  codeVersion: string;
  dataDigest: string;
  /** The parent, its children and its ticket. */
  networks: Row[];
  ensembles: Row[];
  distances: Distances;
  /** The paper's numbers beside these. */
  claims: Omit<ComparedClaim, 'evaluation'>[];
}

/** What an experiment of several methods measured. */
export async function readTables(db: DataSource, experimentId: string, shape: NetworkShape): Promise<Tables> {
  const experiment = await db.manager.findOneOrFail(Experiment, {
    where: { id: experimentId },
    relations: { models: true },
    order: { models: { position: 'ASC' } },
  });
  const { config, models } = experiment;
  const claims = await findClaims(db, readHashesFrom(db), experiment);
  const evaluations = await findCleanEvaluations(db.manager, experimentId);
  const row = (name: string, members: Model[]): Row => {
    const trained = trainedFor(members, models);
    const sum = (values: Model[], of: (model: Model) => number) =>
      values.reduce((total, model) => total + of(model), 0);
    return {
      name,
      size: sum(members, (model) => membersIn(model, config.ensembles)),
      metrics: evaluations.find((evaluation) => evaluation.name === name)!.metrics,
      epochs: sum(trained, (model) => epochsOf(model, config.ensembles)),
      flops: sum(trained, ({ training }) => training!.flops!),
      seconds: sum(trained, ({ training }) => training!.seconds),
      parameters: sum(members, (model) => parametersOf(model, config, shape)) / 1e6,
    };
  };
  const ofTableThree = models.filter(({ kind }) => ['parent', 'child', 'ticket'].includes(kind));
  const asked = ensembleNames.filter((name) => config.ensembles.some(({ method }) => method === name));
  const { backend, codeVersion, dataDigest } = evaluations[0]!;
  return {
    experimentId,
    config,
    backend,
    codeVersion,
    dataDigest,
    networks: ofTableThree.map((model) => row(model.name, [model])),
    ensembles: asked.map((name) => {
      const members = models.filter(({ kind }) => kind === kindOf(name));
      return row(name, members);
    }),
    distances: await readDistances(db, experiment),
    claims: claims.map(({ evaluation: _, ...claim }) => claim),
  };
}

function parametersOf(model: Model, { ensembles }: ExperimentConfig, shape: NetworkShape): number {
  const base = findArchitecture(model.architecture);
  const sharing = sharingOf(model, ensembles);
  const specs = (sharing ? shareNetwork(base, sharing) : base).tensors(shape);
  return specs.reduce((total, { shape: size, prunable }) => {
    const count = size.reduce((product, side) => product * side, 1);
    return total + (prunable ? count * (1 - (model.sparsity ?? 0)) : count);
  }, 0);
}
