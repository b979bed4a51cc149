import { z } from 'zod';
import { parseInput } from '../errors/parse-input.ts';
import { type PresetName, presetSteps } from './preset-names.ts';

/** Pictures on the way are for a look, not for a film. */
const most = 64;

/** Steps after which pictures of a preset are to be kept, in order, each once. Throws one BAD_INPUT that lists every problem. */
export function parseSteps(steps: readonly number[], preset: PresetName): number[] {
  const last = presetSteps[preset];
  const error = `wanted a step of ${preset}, 1–${last}`;
  const schema = z.array(z.number({ error }).int({ error }).min(1, { error }).max(last, { error })).max(most);
  const parsed = parseInput(schema, steps, {
    title: 'Pictures cannot be kept after these steps:',
    whole: 'the steps',
  });
  return [...new Set(parsed)].sort((a, b) => a - b);
}
