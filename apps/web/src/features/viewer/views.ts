import type { ModelIdentityFragment } from '@kindred/client';
import { knownValue } from '../../known-value.ts';
import { siblingPairs } from '../models/family.ts';
import { modelNamed } from '../models/model-named.ts';
import type { NeuronView } from '../neurons/address.ts';
import { chosenStep } from './steps.ts';

/** By the word in the address, and what people read. */
export const views = {
  side: 'side by side',
  wipe: 'wipe',
  flicker: 'flicker',
  difference: 'difference',
} as const;

export interface ChosenView {
  /** The word in the address. */
  shown: keyof typeof views;
  /** The two models that are laid over each other. */
  two: [ModelIdentityFragment, ModelIdentityFragment];
  /** After which step of their rendering pictures are shown; null for the finished ones. */
  step: number | null;
}

/** How a neuron's page is looked at. Throws BAD_INPUT for a view, a model or a step that there isn't. */
export function chosenView(models: ModelIdentityFragment[], view: NeuronView): ChosenView {
  const shown = (view.view || 'side') as keyof typeof views;
  knownValue('view', views, shown);
  return { shown, two: chosenTwo(models, view), step: chosenStep(view.step) };
}

/** The two models whose pictures are laid over each other: those named, else the first siblings, else the first two. */
function chosenTwo(
  models: ModelIdentityFragment[],
  { a, b }: NeuronView,
): [ModelIdentityFragment, ModelIdentityFragment] {
  const siblings = siblingPairs(models)[0];
  const usual = siblings ? [siblings.first, siblings.second] : [models[0]!, models[1] ?? models[0]!];
  const pick = (name: string | undefined, otherwise: ModelIdentityFragment) =>
    name ? modelNamed(models, name) : otherwise;
  return [pick(a, usual[0]!), pick(b, usual[1]!)];
}
