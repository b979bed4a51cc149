import type { MethodConfig } from '@kindred/core';
import type { EnsembleInput } from './ensemble.input.ts';

/** What core is asked for; whether the values are right is core's to say. */
export type UncheckedMethod = { method: MethodConfig['method'] } & Record<string, unknown>;

export function toEnsembleConfig(input: EnsembleInput): UncheckedMethod {
  const { pruneAndTune, lotteryTicket, ...others } = input;
  if (pruneAndTune) {
    const { epochs, maxLearningRate, checkpoints, ...rest } = pruneAndTune;
    return { method: 'prune-and-tune', ...rest, tuning: { epochs, maxLearningRate, checkpoints } };
  }
  if (lotteryTicket) {
    const { epochs, maxLearningRate, checkpoints, ...pruning } = lotteryTicket;
    return { method: 'lottery-ticket', pruning, tuning: { epochs, maxLearningRate, checkpoints } };
  }
  const [[field, values]] = Object.entries(others).filter(([, values]) => values) as [[OtherField, object]];
  return { method: otherMethods[field], ...values };
}

type OtherField = Exclude<keyof EnsembleInput, 'pruneAndTune' | 'lotteryTicket'>;

/** The methods whose values are the same here and in core. */
const otherMethods = {
  snapshot: 'snapshot',
  fge: 'fge',
  horizontalVoting: 'horizontal-voting',
  dense: 'dense',
  dropout: 'dropout',
  ltr: 'ltr',
  edst: 'edst',
  treeNet: 'treenet',
  batchEnsemble: 'batch-ensemble',
  mimo: 'mimo',
} as const satisfies Record<OtherField, MethodConfig['method']>;

/** The inverse of `toEnsembleConfig`. */
export function toEnsembleInput(config: MethodConfig): EnsembleInput {
  switch (config.method) {
    case 'prune-and-tune': {
      const { families, pruning, tuning } = config;
      return { pruneAndTune: { families, pruning, ...tuning } };
    }
    case 'lottery-ticket':
      return { lotteryTicket: { ...config.pruning, ...config.tuning } };
    default: {
      const { method, ...values } = config;
      const field = Object.entries(otherMethods).find(([, name]) => name === method)![0];
      return { [field]: values };
    }
  }
}
