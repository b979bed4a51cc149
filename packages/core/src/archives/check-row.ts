import type { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import { parseInput } from '../errors/parse-input.ts';
import { parseExperimentConfig } from '../experiments/parse-experiment-config.ts';
import { openStatuses } from '../jobs/job.entity.ts';
import { jobDefinitions } from '../jobs/job-definitions.ts';
import { parseObjective } from '../visualizations/objective.ts';
import {
  evaluationDefinition,
  evaluationMetrics,
  gridResult,
  measurement,
  saliencyResult,
  training,
  trainingCurve,
} from './kept-values.ts';

export type Row = Record<string, unknown>;

/** The values that a table keeps as JSON, of which the database knows nothing. */
const schemas: Record<string, Record<string, z.ZodType>> = {
  model: { training: training.nullable(), training_curve: trainingCurve.nullable() },
  evaluation: { definition: evaluationDefinition, metrics: evaluationMetrics },
  saliency_map: { result: saliencyResult.nullable() },
  saliency_agreement: { rank_correlation: measurement, top_overlap: measurement, centre_shift: measurement },
  activation_grid: { result: gridResult.nullable() },
};

/** Of what workers store, and of bytes that nobody opens. */
const mediaTypes = [
  'image/png',
  'application/vnd.safetensors',
  'application/vnd.onnx',
  'application/octet-stream',
];

/** What else a row has to be, so that nobody reads or does by it what nobody asked for here. */
const checks: Record<string, (row: Row, known: ReadonlySet<string>) => void> = {
  artifact({ media_type }) {
    if (!mediaTypes.includes(String(media_type))) throw refused(`"${media_type}" is no type of an artifact`);
  },
  experiment({ name, status, config }) {
    if (parseExperimentConfig(config).name !== name)
      throw refused('its name is not that of its configuration');
    requireEnded(status);
  },
  visualization({ objective }, known) {
    parseObjective(objective);
    requireKnown(objective, known);
  },
  job({ name, status, payload }, known) {
    const definition = jobDefinitions.find((definition) => definition.name === name);
    if (!definition) throw refused(`"${name}" is no job`);
    parseInput(definition.payload, payload, { title: `It is no ${name}:`, whole: 'the payload' });
    requireEnded(status);
    requireKnown(payload, known);
  },
};

/**
 * Throws BAD_INPUT for a row that this code would not have written itself, but for what the database finds: types, limits, and rows
 * that are named by columns. Adds the row's id to those that are known, by which later rows may name it.
 */
export function checkRow(table: string, row: Row, known: Set<string>): void {
  for (const [column, schema] of Object.entries(schemas[table] ?? {}))
    parseInput(schema, row[column], { title: `${column} is not what is kept there:`, whole: column });
  checks[table]?.(row, known);
  if (typeof row.id === 'string') known.add(row.id);
}

/** Workers would take up what isn't ended. */
function requireEnded(status: unknown): void {
  if (openStatuses.some((open) => open === status))
    throw refused(`it is ${status}: only what has ended is taken`);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids that stand somewhere in JSON are of rows of the archive, not of any that are here. */
function requireKnown(value: unknown, known: ReadonlySet<string>): void {
  if (typeof value === 'string' && uuid.test(value) && !known.has(value))
    throw refused(`${value} names no row before it`);
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) requireKnown(part, known);
}

function refused(reason: string): DomainError {
  return new DomainError('BAD_INPUT', `${reason[0]!.toUpperCase()}${reason.slice(1)}.`);
}
