import { KindredError } from '@kindred/client';
import type { NeuronMember } from '../neurons/read-neuron.ts';

type Visualization = NonNullable<NeuronMember['visualization']>;

export interface KeptSteps {
  /** On the way to the finished pictures, in order: those that any of them was kept after. */
  stops: number[];
  /** That the longest of them took. */
  total: number;
}

/** After which steps a neuron's pictures can be shown; the one in the address is among them, whatever was kept. */
export function keptSteps(members: readonly NeuronMember[], chosen: number | null): KeptSteps {
  const pictures = members.flatMap(({ visualization }) => visualization ?? []);
  const total = Math.max(0, ...pictures.map(({ recipe }) => recipe.steps ?? 0));
  const kept = pictures.flatMap(({ steps }) => steps.map(({ step }) => step)).filter((step) => step < total);
  const stops = kept.length > 0 && chosen !== null && chosen < total ? [...kept, chosen] : kept;
  return { stops: [...new Set(stops)].sort((a, b) => a - b), total };
}

/** The step that an address says, null without one. Throws BAD_INPUT for what is no step. */
export function chosenStep(said: string | undefined): number | null {
  if (!said) return null;
  if (/^[1-9]\d{0,5}$/.test(said)) return Number(said);
  throw new KindredError('BAD_INPUT', `"${said}" is no step of a picture: write a number from 1.`);
}

export interface PictureAfter {
  visualization: Pick<Visualization, 'status' | 'error' | 'image' | 'activation'>;
  /** That it is the picture of; null for the finished one. */
  step: number | null;
  /** Whether it wasn't kept after the step asked for: then it is the finished one. */
  lacking: boolean;
}

/** A picture as it was after a step, or as it is finished where the step is null, its last, or one that it wasn't kept after. */
export function pictureAfter(visualization: Visualization, step: number | null): PictureAfter {
  const finished = { visualization, step: null, lacking: false };
  const { image, recipe, steps } = visualization;
  if (step === null || !image || (recipe.steps !== null && step >= recipe.steps)) return finished;
  const kept = steps.find((one) => one.step === step);
  if (!kept) return { ...finished, lacking: true };
  const then = { ...visualization, image: { ...image, url: kept.image.url }, activation: kept.activation };
  return { visualization: then, step, lacking: false };
}

/** What a picture shows, for those who can't see it. */
export const afterStep = (what: string, step: number | null): string =>
  step === null ? what : `${what} after step ${step}`;
