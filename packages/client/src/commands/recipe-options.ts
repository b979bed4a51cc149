import type { Option } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Which pictures are meant, where there are several of a neuron. */
export const recipeOptions = {
  preset: { type: 'string', value: 'name', help: 'of the pictures: quick, lucent or paper' },
  seed: { type: 'string', value: 'n', help: 'of the pictures' },
} as const satisfies Record<string, Option>;

export interface Recipe {
  preset: string | undefined;
  seed: number | undefined;
}

/** Throws a UsageError for a seed that is no whole number. */
export function readRecipe({
  preset,
  seed,
}: {
  preset: string | undefined;
  seed: string | undefined;
}): Recipe {
  return { preset, seed: seed === undefined ? undefined : wholeNumber('seed', seed) };
}

/** The value of an option. Throws a UsageError for anything but a whole number from 0 on. */
export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} ${text} is no whole number from 0 on.`);
}
