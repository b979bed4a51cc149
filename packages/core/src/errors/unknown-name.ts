import { DomainError } from './domain-error.ts';

/** The refusal of a name that isn't among the known ones: `Unknown dataset "mnis": known here are mnist.` */
export function unknownName(kind: string, name: string, known: readonly string[]): DomainError {
  const choice = known.length > 0 ? `known here are ${known.join(', ')}` : 'none is known here';
  return new DomainError('BAD_INPUT', `Unknown ${kind} "${name}": ${choice}.`);
}
