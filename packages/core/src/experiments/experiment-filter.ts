import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Architecture } from '../architectures/architecture.entity.ts';
import type { Database } from '../database/database.ts';
import { Dataset } from '../datasets/dataset.entity.ts';
import { parseInput } from '../errors/parse-input.ts';
import { unknownName } from '../errors/unknown-name.ts';
import { type Experiment, experimentStatuses } from './experiment.entity.ts';

const someText = z
  .string()
  .max(120)
  .refine((text) => !text.includes('\0'), { error: 'must be text without null characters' });

const experimentFilter = z
  .strictObject({
    /** Any of these. */
    status: z.array(z.enum(experimentStatuses)).min(1).nullish(),
    /** Name of a dataset. */
    dataset: someText.nullish(),
    /** Name of an architecture. */
    architecture: someText.nullish(),
    /** Part of the name, in upper or lower case. */
    search: someText.nullish(),
    /** Then or later. */
    startedAfter: z.date().nullish(),
    /** Before then. */
    startedBefore: z.date().nullish(),
  })
  .refine(({ startedAfter: from, startedBefore: to }) => !from || !to || from < to, {
    error: 'must be later than startedAfter',
    path: ['startedBefore'],
  });

/** Which experiments are looked for: what is left out or null leaves all. */
export type ExperimentFilter = z.infer<typeof experimentFilter>;

/** Throws BAD_INPUT that lists every problem, or names the datasets or architectures that there are. */
export async function parseExperimentFilter(db: Database, input: unknown): Promise<ExperimentFilter> {
  const filter = parseInput(experimentFilter, input, {
    title: 'Experiments cannot be looked for so:',
    whole: 'the filter',
  });
  await requireKnown(db, 'dataset', Dataset, filter.dataset);
  await requireKnown(db, 'architecture', Architecture, filter.architecture);
  return filter;
}

async function requireKnown(
  db: Database,
  kind: string,
  entity: typeof Dataset | typeof Architecture,
  name: string | null | undefined,
): Promise<void> {
  if (name == null) return;
  const known = await db
    .getRepository<{ name: string }>(entity)
    .find({ select: { name: true }, order: { name: 'ASC' } });
  const names = known.map((row) => row.name);
  if (!names.includes(name)) throw unknownName(kind, name, names);
}

/** Narrows a query of experiments down. The places in the configuration are indexed as they are written here. */
export function applyFilter(
  query: SelectQueryBuilder<Experiment>,
  { status, dataset, architecture, search, startedAfter, startedBefore }: ExperimentFilter,
): void {
  if (status) query.andWhere('experiment.status = any(:status)', { status });
  if (dataset != null) query.andWhere(`experiment.config #>> '{data,name}' = :dataset`, { dataset });
  if (architecture != null)
    query.andWhere(`experiment.config #>> '{parent,architecture}' = :architecture`, { architecture });
  if (search) query.andWhere('strpos(lower(experiment.name), lower(:search)) > 0', { search });
  if (startedAfter) query.andWhere('experiment.started_at >= :startedAfter', { startedAfter });
  if (startedBefore) query.andWhere('experiment.started_at < :startedBefore', { startedBefore });
}
