import { badInput } from '../errors/domain-error.ts';
import { type SmoothGradPreset, smoothGradPresets } from './smooth-grad-preset.ts';

/** The gradient as it is: SmoothGrad of one copy without noise. */
const gradient: SmoothGradPreset = {
  name: 'gradient',
  samples: 1,
  deviation: { kind: 'fixed', value: 0 },
  averaging: 'signed',
};

/** The ways to take a saliency map by name: `gradient`, and `smoothgrad-` with a preset's. */
export const saliencyMethods: ReadonlyMap<string, SmoothGradPreset> = new Map([
  ['gradient', gradient],
  ...[...smoothGradPresets].map(([name, preset]) => [`smoothgrad-${name}`, preset] as const),
]);

export function findSaliencyMethod(name: string): SmoothGradPreset {
  const method = saliencyMethods.get(name);
  if (method) return method;
  throw badInput(`Unknown saliency method "${name}": known are ${[...saliencyMethods.keys()].join(', ')}.`);
}

/** What the values of a map are, in words. */
export function saliencyDefinition(name: string): string {
  const { samples, deviation, averaging } = findSaliencyMethod(name);
  const gradient = '∂logit/∂image of the normalised image';
  if (name === 'gradient') return `${name} v1, ${gradient}`;
  const noise =
    deviation.kind === 'fixed'
      ? `${deviation.value} of the data’s pixels’ standard deviation`
      : `${deviation.share} of the image’s range`;
  return `${name} v1, mean of ${samples} noisy copies’ ${averaging} ${gradient}, noise ${noise}`;
}
