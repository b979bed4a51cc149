import { z } from 'zod';
import type { ModelKind } from '../models/model.entity.ts';
import { dense, denseConfig } from './dense.ts';
import { dropout, dropoutConfig } from './dropout.ts';
import { edst, edstConfig } from './edst.ts';
import { fge, fgeConfig } from './fge.ts';
import { horizontalVoting, horizontalVotingConfig } from './horizontal-voting.ts';
import { lotteryTicket, lotteryTicketConfig } from './lottery-ticket.ts';
import { ltr, ltrConfig } from './ltr.ts';
import type { Draft, Method, Surroundings } from './method.ts';
import { pruneAndTune, pruneAndTuneConfig } from './prune-and-tune.ts';
import {
  batchEnsemble,
  batchEnsembleConfig,
  mimo,
  mimoConfig,
  type SharedNetworkConfig,
  treeNet,
  treeNetConfig,
} from './shared-network.ts';
import { snapshot, snapshotConfig } from './snapshot.ts';

/** What an experiment may ask for beside its parent. */
export const methodConfig = z.discriminatedUnion('method', [
  pruneAndTuneConfig,
  lotteryTicketConfig,
  snapshotConfig,
  fgeConfig,
  horizontalVotingConfig,
  denseConfig,
  dropoutConfig,
  ltrConfig,
  edstConfig,
  treeNetConfig,
  batchEnsembleConfig,
  mimoConfig,
]);

export type MethodConfig = z.infer<typeof methodConfig>;
export type MethodName = MethodConfig['method'];

/** Every method, in the order of a family. */
const methods = {
  'prune-and-tune': pruneAndTune,
  'lottery-ticket': lotteryTicket,
  snapshot,
  fge,
  'horizontal-voting': horizontalVoting,
  dense,
  dropout,
  ltr,
  edst,
  treenet: treeNet,
  'batch-ensemble': batchEnsemble,
  mimo,
};

export const methodNames = Object.keys(methods) as MethodName[];

/** Those whose models are averaged. */
export const ensembleNames = methodNames.filter((name) => methods[name].ensemble);

/** The kind of a method's models, which no other method makes. */
export function kindOf(method: MethodName): ModelKind {
  return methods[method].kind;
}

/** Kinds of models that are another network than the parent's architecture, which all members share. */
export const sharedKinds: readonly ModelKind[] = ['treenet', 'batch-ensemble', 'mimo'];

/** How members share a model that is such a network; undefined for others. */
export function sharingOf(
  { kind }: { kind: ModelKind },
  ensembles: readonly MethodConfig[],
): SharedNetworkConfig | undefined {
  if (!sharedKinds.includes(kind)) return undefined;
  return ensembles.find((config): config is SharedNetworkConfig => config.method === kind);
}

/** Predictions that a model gives for an image: 1, or those of the members that it holds. */
export function membersIn(model: { kind: ModelKind }, ensembles: readonly MethodConfig[]): number {
  const config = ensembles.find(({ method }) => kindOf(method) === model.kind);
  return (config && methodOf(config).membersOf?.(config)) ?? 1;
}

export function planMethod(config: MethodConfig, surroundings: Surroundings): Draft[] {
  return methodOf(config).plan(config, surroundings);
}

const methodOf = ({ method }: MethodConfig) => methods[method] as Method<MethodConfig>;
