import type { NeuronPage } from './read-neuron.ts';

export interface RecipeChoice {
  preset: string;
  seed: number;
}

/** How a missing picture is to be made so that it compares: as its relatives were, or as the experiment asked. */
export function recipeFor({ members, family }: NeuronPage): RecipeChoice {
  const made = members.find(({ visualization }) => visualization)?.visualization?.recipe;
  if (made) return { preset: made.preset, seed: made.seed };
  return recipeOf(family);
}

/** As the experiment asked. */
export function recipeOf({ configuration, seed }: { configuration: unknown; seed: number }): RecipeChoice {
  const { visualize } = configuration as { visualize: { preset: string } };
  return { preset: visualize.preset, seed };
}
