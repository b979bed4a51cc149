import type { MethodConfig } from '@kindred/core';
import type { EnsembleInput } from './ensemble.input.ts';

/** What core is asked for; whether the values are right is core's to say. */
export type UncheckedMethod = { method: MethodConfig['method'] } & Record<string, unknown>;

export function toEnsembleConfig(input: EnsembleInput): UncheckedMethod {
  const { pruneAndTune, lotteryTicket, snapshot, fge, dense } = input;
  if (pruneAndTune) {
    const { epochs, maxLearningRate, ...rest } = pruneAndTune;
    return { method: 'prune-and-tune', ...rest, tuning: { epochs, maxLearningRate } };
  }
  if (lotteryTicket) {
    const { epochs, maxLearningRate, ...pruning } = lotteryTicket;
    return { method: 'lottery-ticket', pruning, tuning: { epochs, maxLearningRate } };
  }
  if (snapshot) return { method: 'snapshot', ...snapshot };
  return fge ? { method: 'fge', ...fge } : { method: 'dense', ...dense };
}

/** The inverse of `toEnsembleConfig`. */
export function toEnsembleInput(config: MethodConfig): EnsembleInput {
  switch (config.method) {
    case 'prune-and-tune': {
      const { families, pruning, tuning } = config;
      return { pruneAndTune: { families, pruning, ...tuning } };
    }
    case 'lottery-ticket':
      return { lotteryTicket: { ...config.pruning, ...config.tuning } };
    case 'snapshot':
      return { snapshot: withoutMethod(config) };
    case 'fge':
      return { fge: withoutMethod(config) };
    case 'dense':
      return { dense: withoutMethod(config) };
  }
}

function withoutMethod<Config extends MethodConfig>({ method: _, ...rest }: Config): Omit<Config, 'method'> {
  return rest;
}
