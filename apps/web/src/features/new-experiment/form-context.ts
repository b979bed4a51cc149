'use client';

import type { Problem } from '@kindred/client/experiment-text';
import { createContext, useContext } from 'react';
import type { Path } from './values-at.ts';

export interface Choice {
  value: string;
  words: string;
}

/** What every field of the form needs to know. */
export interface FormContext {
  values: unknown;
  problems: Problem[];
  /** Values that there are for a field, by its path with dots. */
  choices: Record<string, Choice[]>;
  set: (path: Path, value: unknown) => void;
}

export const FormState = createContext<FormContext | null>(null);

export function useForm(): FormContext {
  const form = useContext(FormState);
  if (!form) throw new Error('A field stands outside of its form.');
  return form;
}

/** What is wrong with the value at a path, or with a key of it that is missing. */
export function problemsAt(problems: readonly Problem[], path: Path): string[] {
  const place = path.join('.');
  return problems.filter((problem) => placeOf(problem) === place).map(({ wanted }) => wanted);
}

/** `parent.batchSize` */
export function placeOf({ path, key }: Problem): string {
  return [...path, ...(key === undefined ? [] : [key])].join('.');
}
