import { KindredError } from '@kindred/client';

/** What a word in an address stands for. Throws BAD_INPUT, naming those that there are, for a word that stands for nothing. */
export function knownValue<Value>(kind: string, values: Record<string, Value>, word: string): Value {
  const value = Object.hasOwn(values, word) ? values[word] : undefined;
  if (value !== undefined) return value;
  throw new KindredError(
    'BAD_INPUT',
    `Unknown ${kind} "${word}": known are ${Object.keys(values).join(', ')}.`,
  );
}
