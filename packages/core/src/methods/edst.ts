import { z } from 'zod';
import { epochs, learningRate, members, share } from '../experiments/quantities.ts';
import type { Recipe } from '../models/train-model.job.ts';
import { type Draft, defineMethod } from './method.ts';

export const edstConfig = z.strictObject({
  method: z.literal('edst'),
  members,
  /** Share of the weights that are kept throughout. */
  density: share,
  /** Before the first member's refinement, at the full rate. */
  explorationEpochs: epochs,
  /** Of each member: one half at a tenth of the rate, the other at a hundredth. */
  refinementEpochs: epochs,
  learningRate,
  /** Steps between two changes of the mask. */
  regrowSteps: z.number().int().min(1).max(1_000_000),
  /** Of the kept weights, dropped and grown anew at a change; falling to none along a cosine over a member's training. */
  regrowShare: share,
  /** The same when the next member leaves the one before. */
  escapeShare: share,
});

type Config = z.infer<typeof edstConfig>;

/**
 * Efficient dynamic sparse training (Liu et al., 2022): one sparse network whose weights are dropped and grown while it trains,
 * refined to a member, thrown out of its place, and refined again.
 */
export const edst = defineMethod<Config>({
  kind: 'edst',
  ensemble: true,
  plan(config, { newId }) {
    const ids = Array.from({ length: config.members }, newId);
    return ids.map(
      (id, index): Draft => ({
        id,
        name: `edst-${index + 1}`,
        kind: 'edst',
        parentId: null,
        sparsity: 1 - config.density,
        recipe: index === 0 ? explored(config) : escaped(config, ids[index - 1]!),
      }),
    );
  },
});

function explored({ density, explorationEpochs, refinementEpochs, ...config }: Config): Recipe {
  const exploration = { epochs: explorationEpochs, learningRate: config.learningRate };
  return {
    from: null,
    pruning: { kind: 'erdos-renyi', density },
    epochs: explorationEpochs + refinementEpochs,
    schedule: { kind: 'stages', stages: [exploration, ...refinement(refinementEpochs, config)] },
    maskSchedule: { kind: 'regrow', everySteps: config.regrowSteps, share: config.regrowShare },
  };
}

function escaped(
  { refinementEpochs, regrowSteps, regrowShare, escapeShare, ...config }: Config,
  from: string,
): Recipe {
  return {
    from,
    pruning: { kind: 'inherited' },
    epochs: refinementEpochs,
    schedule: { kind: 'stages', stages: refinement(refinementEpochs, config) },
    maskSchedule: { kind: 'regrow', everySteps: regrowSteps, share: regrowShare, escape: escapeShare },
  };
}

const refinement = (epochs: number, { learningRate }: Pick<Config, 'learningRate'>) => [
  { epochs: epochs / 2, learningRate: learningRate / 10 },
  { epochs: epochs / 2, learningRate: learningRate / 100 },
];
