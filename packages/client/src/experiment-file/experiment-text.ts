import { parseDocument, stringify } from 'yaml';
import document from '../../../../docs/experiment.schema.json' with { type: 'json' };
import type { ExperimentInput } from '../generated/graphql.ts';
import { findProblems, type Problem } from './validate.ts';

export { findProblems, type Problem };

/** The part of JSON Schema that experiments are described in. */
export interface Schema {
  description?: string;
  type?: string | string[];
  enum?: string[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

export const experimentSchema: Schema = document as Schema;

/** What an empty installation starts, nothing left out. */
export const exampleExperiment = document.examples[0] as unknown as ExperimentInput;

export interface ReadExperiment {
  /** Undefined where the text is no YAML. */
  values: unknown;
  problems: Problem[];
}

/** An experiment's text for an editor, which goes on with what is wrong where `parseExperiment` throws. */
export function readExperimentText(text: string): ReadExperiment {
  try {
    const parsed = parseDocument(text);
    const [error] = parsed.errors;
    if (error) throw error;
    const values: unknown = parsed.toJS();
    return { values, problems: findProblems(values) };
  } catch (error) {
    const wanted = (error as Error).message.split(':\n')[0]!;
    return { values: undefined, problems: [{ path: [], wanted, message: wanted }] };
  }
}

/** The same experiment as a file says it, its parts in the order of the schema. */
export function writeExperimentText(values: unknown): string {
  const isParts = typeof values === 'object' && values !== null && !Array.isArray(values);
  return stringify(
    isParts ? { ...pick(values, Object.keys(experimentSchema.properties!)), ...values } : values,
  );
}

function pick(values: object, names: string[]): object {
  return Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name as never]]] : [])));
}
