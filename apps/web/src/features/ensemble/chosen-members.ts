import { KindredError } from '@kindred/client';
import type { Predictions } from './read-predictions.ts';

/**
 * Names of the members that an address chooses, `child-1,child-2`, in the order of the family; those of the first ensemble where it
 * chooses none. Throws BAD_INPUT for a name that no measured model has.
 */
export function chosenMembers(
  { models, ensembles }: Pick<Predictions, 'models' | 'ensembles'>,
  address: string | null | undefined,
): string[] {
  const all = models.map(({ name }) => name);
  if (address == null) return ensembles[0]?.members ?? all;
  const asked = address.split(',').filter((name) => name !== '');
  const unknown = asked.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new KindredError(
      'BAD_INPUT',
      `No measured model of this family is called "${unknown}": there are ${all.join(', ') || 'none'}.`,
    );
  return all.filter((name) => asked.includes(name));
}

/** The permanent address of an ensemble of a family's. */
export function ensembleAddress(experiment: string, members: readonly string[]): string {
  return `/experiments/${experiment}/ensemble?members=${members.map(encodeURIComponent).join(',')}`;
}
