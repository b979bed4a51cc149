import { z } from 'zod';

/** Ways to spoil test images. What each does is the business of those who measure. */
export const corruptionNames = [
  'gaussian-noise',
  'shot-noise',
  'impulse-noise',
  'defocus-blur',
  'gaussian-blur',
  'contrast',
  'brightness',
] as const;

export type CorruptionName = (typeof corruptionNames)[number];

export const severities = [1, 2, 3, 4, 5] as const;

const severity = z.number().int().min(1).max(5);
const isEachOnce = (values: readonly unknown[]) => new Set(values).size === values.length;

/** The corruptions that a family is measured under, beside its test images as they are. */
export const corruptionsConfig = z
  .array(
    z.strictObject({
      kind: z.enum(corruptionNames),
      severities: z
        .array(severity)
        .min(1)
        .refine(isEachOnce, { error: 'each severity may be asked for once' }),
    }),
  )
  .refine((corruptions) => isEachOnce(corruptions.map(({ kind }) => kind)), {
    error: 'each kind may be asked for once',
  });

/** What test images are when they are measured on: spoiled, or as they are. */
export type Condition =
  | { corruption: CorruptionName; severity: number }
  | { corruption: null; severity: null };

/** Test images that nothing was done to. */
export const asTheyAre: Condition = { corruption: null, severity: null };

/** Every condition that a configuration asks for, images as they are first. */
export function conditionsOf({
  evaluate,
}: {
  evaluate: { corruptions: z.infer<typeof corruptionsConfig> };
}): Condition[] {
  const corrupted = evaluate.corruptions.flatMap(({ kind, severities }) =>
    severities.map((severity) => ({ corruption: kind, severity })),
  );
  return [asTheyAre, ...corrupted];
}
