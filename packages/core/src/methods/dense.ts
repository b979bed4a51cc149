import { z } from 'zod';
import { epochs, members } from '../experiments/quantities.ts';
import { fromScratch } from './from-scratch.ts';
import { type Draft, defineMethod } from './method.ts';

export const denseConfig = z.strictObject({
  method: z.literal('dense'),
  members,
  /** Epochs of each. */
  epochs,
});

/** Networks trained apart from each other, each from fresh weights on the parent's schedule: what diversity costs in full. */
export const dense = defineMethod<z.infer<typeof denseConfig>>({
  kind: 'dense',
  ensemble: true,
  plan: ({ members, epochs }, { config }) =>
    Array.from(
      { length: members },
      (_, index): Draft => ({
        name: `dense-${index + 1}`,
        kind: 'dense',
        parentId: null,
        recipe: fromScratch(epochs, config.parent),
      }),
    ),
});
