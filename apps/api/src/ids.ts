import { DomainError } from '@kindred/core';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Throws BAD_INPUT for what PostgreSQL would not take as a uuid. `noun` is what it should name: `an experiment`. */
export function checkId(id: string, noun: string): void {
  if (isUuid(id)) return;
  throw new DomainError(
    'BAD_INPUT',
    `"${id.slice(0, 80)}" is not the id of ${noun}: ids are UUIDs such as 01234567-89ab-cdef-0123-456789abcdef.`,
  );
}
