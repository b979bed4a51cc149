import { z } from 'zod';
import { parseInput } from '../errors/parse-input.ts';
import { formatNeuronRef, type NeuronRef, parseNeuronRef } from '../neurons/neuron-ref.ts';

export const objectiveSigns = ['maximise', 'minimise'] as const;
export const contrastKinds = ['difference', 'sum'] as const;

const cell = z.number().int().min(0);
/** Column and row of a layer's map, from 0, as it is for the picture with its border; the middle where one is left out. */
const place = z.strictObject({ x: cell.optional(), y: cell.optional() });

const term = z.strictObject({
  /** `stage2.block0:17` */
  neuron: z.string().transform((address) => formatNeuronRef(parseNeuronRef(address))),
  weight: z.number().refine((weight) => weight !== 0, { error: 'a weight of 0 asks for nothing' }),
  at: place.optional(),
});

/** Pictures that are to differ are rendered together: so many at most. */
const largestGroup = 8;

const objective = z.strictObject({
  /** Whether the sum of the terms is raised or lowered. */
  sign: z.enum(objectiveSigns),
  /** Where in its map the neuron is read; the mean over the map without. */
  at: place.optional(),
  /** Terms beside the neuron, whose own weight is 1: another for a pair, more of its layer for a direction. */
  with: z.array(term).min(1).max(64).optional(),
  /** One of a group of pictures that are to differ by their features in the neuron's layer. */
  diversity: z
    .strictObject({
      index: cell,
      of: z.number().int().min(2).max(largestGroup),
      /** Of what they share, against the sum of their activations. */
      weight: z.number().positive(),
    })
    .refine(({ index, of }) => index < of, { error: 'an index is below the number of pictures' })
    .optional(),
  /** What another model sees of the same is taken away, or added. */
  contrast: z.strictObject({ modelId: z.guid().toLowerCase(), kind: z.enum(contrastKinds) }).optional(),
});

/** What a picture is to raise or lower, starting from its neuron. Equal ones are equal as JSON. */
export type Objective = z.infer<typeof objective>;

/** That of most pictures: the mean activation of the neuron is raised. */
export const plainObjective: Objective = { sign: 'maximise' };

/** Reads an objective. Throws one BAD_INPUT that lists every problem. */
export function parseObjective(input: unknown): Objective {
  const parsed = parseInput(objective, input, {
    title: 'This objective cannot be rendered:',
    whole: 'the objective',
  });
  const terms = parsed.with?.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { ...parsed, ...(terms && { with: terms }) };
}

/** The neurons that an objective reads beside the one whose picture it is. */
export function neuronsBeside({ with: terms = [] }: Objective): NeuronRef[] {
  return terms.map(({ neuron }) => parseNeuronRef(neuron));
}

/** The objectives of all pictures of a group; of a picture alone its own. */
export function groupOf(objective: Objective): Objective[] {
  const { diversity } = objective;
  if (!diversity) return [objective];
  return Array.from({ length: diversity.of }, (_, index) => ({
    ...objective,
    diversity: { ...diversity, index },
  }));
}
