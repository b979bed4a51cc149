import { DomainError } from '../errors/domain-error.ts';

const maximumLength = 80;

/** Throws BAD_INPUT for a name that nobody could read in a list. `noun` is what it names, `which` says more of what is wanted. */
export function checkName(name: string, noun: string, which: string): void {
  if (name.trim() !== '' && name.length <= maximumLength) return;
  throw new DomainError(
    'BAD_INPUT',
    `"${name.slice(0, maximumLength)}" is no name for ${noun}: write 1 to ${maximumLength} characters ${which}.`,
  );
}
