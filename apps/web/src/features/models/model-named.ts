import { KindredError, type ModelIdentityFragment } from '@kindred/client';

/** Throws BAD_INPUT, naming those that there are, for a name that isn't among them. */
export function modelNamed(models: readonly ModelIdentityFragment[], name: string): ModelIdentityFragment {
  const model = models.find((candidate) => candidate.name === name);
  if (model) return model;
  const names = models.map((candidate) => candidate.name).join(', ');
  throw new KindredError('BAD_INPUT', `This family has no model "${name}" to compare with: it has ${names}.`);
}
