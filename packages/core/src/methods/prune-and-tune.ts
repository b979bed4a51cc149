import { z } from 'zod';
import { randomPruning } from '../models/pruning.ts';
import { type Draft, defineMethod } from './method.ts';
import { tuning, tuningCourse } from './tuning.ts';

export const pruneAndTuneConfig = z.strictObject({
  method: z.literal('prune-and-tune'),
  /** Draws of the pruning, each of as many children as it says. */
  families: z.number().int().min(1).max(32),
  pruning: randomPruning,
  tuning,
});

/** Children that are pruned from the parent and tuned for a few epochs on one cycle (paper, §II-B). */
export const pruneAndTune = defineMethod<z.infer<typeof pruneAndTuneConfig>>({
  kind: 'child',
  ensemble: true,
  plan({ families, pruning, tuning }, { parentId, newId }) {
    return Array.from({ length: families }, (_, family) => {
      const ids = Array.from({ length: pruning.children }, newId);
      return ids.map(
        (id, child): Draft => ({
          id,
          name: `child-${family * pruning.children + child + 1}`,
          kind: 'child',
          siblingId: isPair(pruning) ? ids[1 - child]! : null,
          sparsity: sparsityOf(pruning, child),
          checkpoints: tuning.checkpoints,
          recipe: {
            from: parentId,
            pruning: { kind: 'random', method: pruning, family, child },
            ...tuningCourse(tuning),
          },
        }),
      );
    }).flat();
  },
});

type Pruning = z.infer<typeof randomPruning>;

/** Two whose masks are complements. */
const isPair = ({ kind, children }: Pruning): boolean => kind === 'anti-random' && children === 2;

/** The second of a pair loses what the first keeps. */
const sparsityOf = (pruning: Pruning, child: number): number =>
  isPair(pruning) && child === 1 ? 1 - pruning.sparsity : pruning.sparsity;
