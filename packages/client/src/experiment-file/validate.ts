import { Ajv, type ErrorObject } from 'ajv';
import schema from '../../../../docs/experiment.schema.json' with { type: 'json' };

export interface Problem {
  /** Of the value that is wrong, or of what surrounds a key that is. */
  path: (string | number)[];
  /** The key that is wrong. */
  key?: string;
  /** What was wanted. */
  wanted: string;
  /** The same with its place. */
  message: string;
}

const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);

/** All that is wrong with the values of an experiment; empty where nothing is. */
export function findProblems(values: unknown): Problem[] {
  validate(values);
  return (validate.errors ?? []).map(toProblem);
}

function toProblem(error: ErrorObject): Problem {
  const path = error.instancePath.split('/').slice(1).map(unescapePart);
  const { key, wanted } = describe(error);
  const place = [...path, key ?? []].flat().join('.') || 'the experiment';
  return { path, ...(key !== undefined && { key }), wanted, message: `${place} ${wanted}` };
}

/** What was wanted, in words; ajv's own where they are plain enough. */
function describe({ keyword, params, message, data, parentSchema = {} }: ErrorObject): {
  key?: string;
  wanted: string;
} {
  const properties = parentSchema.properties ?? {};
  switch (keyword) {
    case 'required':
      return {
        key: params.missingProperty,
        wanted: `is missing. ${properties[params.missingProperty].description}`,
      };
    case 'additionalProperties':
      return {
        key: params.additionalProperty,
        wanted: `is not known: there are ${Object.keys(properties).join(', ')}`,
      };
    case 'enum':
      return { wanted: `must be one of ${params.allowedValues.join(', ')} (got ${show(data)})` };
    case 'minProperties':
    case 'maxProperties':
      return {
        wanted: `must be exactly one of ${Object.keys(properties).join(', ')} (got ${Object.keys(data as object).join(' and ') || 'none'})`,
      };
    default:
      return { wanted: `${message} (got ${show(data)})` };
  }
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A part of a JSON pointer; numbers are places in lists. */
function unescapePart(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
}
