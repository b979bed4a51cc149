import { z } from 'zod';
import { magnitudePruning } from '../models/pruning.ts';
import { defineMethod } from './method.ts';
import { tuning, tuningCourse } from './tuning.ts';

export const lotteryTicketConfig = z.strictObject({
  method: z.literal('lottery-ticket'),
  pruning: magnitudePruning,
  tuning,
});

/** The parent's largest weights, tuned as the children are: what pruning at random is compared with (paper, Table III). */
export const lotteryTicket = defineMethod<z.infer<typeof lotteryTicketConfig>>({
  kind: 'ticket',
  ensemble: false,
  plan: ({ pruning, tuning }, { parentId }) => [
    {
      name: 'ticket',
      kind: 'ticket',
      sparsity: pruning.sparsity,
      checkpoints: tuning.checkpoints,
      recipe: {
        from: parentId,
        pruning: { kind: 'magnitude', method: pruning },
        ...tuningCourse(tuning),
      },
    },
  ],
});
