import type { Contender } from './contender.ts';
import { python } from './python.ts';

export const pytorch = (script: string, values: object): Contender =>
  python(script, values, { modules: ['torch'], packages: ['python3-torch'] });
