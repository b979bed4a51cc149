import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { Dataset } from '../datasets/dataset.entity.ts';
import { type ExpectedJob, passesOf, workOf } from './expected-job.ts';
import { countedPasses, type JobKind, measuredRates, type Network } from './measured-costs.ts';
import { rehearse } from './rehearse.ts';

/** What a request would cost. */
export interface Estimate {
  /** How many it would queue. */
  jobs: number;
  /** Forward passes of one image that their arithmetic is worth, a pass back being two. */
  images: number;
  /** Null where no training of such a network was counted here. */
  floatingPointOperations: number | null;
  /** Of the jobs one after the other; null where none of such a kind has finished here. */
  seconds: number | null;
  /** What is null, and why. */
  missing: string[];
}

/**
 * What a request would cost, by finished jobs of the same kinds, before it is made. Throws what the request throws.
 * @param request makes it in the transaction that it is given, which is taken back
 */
export async function estimate(
  db: DataSource,
  request: (transaction: EntityManager) => Promise<unknown>,
): Promise<Estimate> {
  const jobs = await rehearse(db, request);
  const passes = await expectPasses(db, jobs);
  const networks = distinct(
    jobs.filter((_, i) => passes[i]! > 0),
    networkOf,
  );
  const kinds = distinct(jobs, kindOf);
  const operations = byKey(networks, networkOf, await countedPasses(db, networks));
  const rates = byKey(kinds, kindOf, await measuredRates(db, kinds));
  return {
    jobs: jobs.length,
    images: Math.ceil(passes.reduce((sum, count) => sum + count, 0)),
    floatingPointOperations: sumOf(jobs, (job, i) => times(operations.get(networkOf(job)), passes[i]!)),
    seconds: sumOf(jobs, (job) => times(rates.get(kindOf(job)), workOf(job))),
    missing: [
      ...networks
        .filter((network) => operations.get(networkOf(network)) == null)
        .map(
          (network) => `floatingPointOperations: no training of ${networkOf(network)} was counted here yet.`,
        ),
      ...kinds
        .filter((kind) => rates.get(kindOf(kind)) == null)
        .map((kind) => `seconds: no job ${kindOf(kind)} has finished here yet.`),
    ],
  };
}

const networkOf = ({ architecture, dataset }: Network) => `${architecture} on ${dataset}`;
const kindOf = ({ name, ...network }: JobKind) => `${name} of ${networkOf(network)}`;

function distinct<Part>(parts: readonly Part[], keyOf: (part: Part) => string): Part[] {
  return [...new Map(parts.map((part) => [keyOf(part), part])).values()];
}

function byKey<Part>(
  parts: readonly Part[],
  keyOf: (part: Part) => string,
  values: readonly (number | null)[],
): Map<string, number | null> {
  return new Map(parts.map((part, i) => [keyOf(part), values[i] ?? null]));
}

/** Nothing costs nothing, whatever one would. */
function times(cost: number | null | undefined, count: number): number | null {
  if (count === 0) return 0;
  return cost == null ? null : cost * count;
}

/** Null as soon as one is. */
function sumOf(
  jobs: readonly ExpectedJob[],
  costOf: (job: ExpectedJob, index: number) => number | null,
): number | null {
  return jobs.map(costOf).reduce((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0);
}

async function expectPasses(db: Database, jobs: readonly ExpectedJob[]): Promise<number[]> {
  const names = [...new Set(jobs.map(({ dataset }) => dataset))];
  const datasets = await db.getRepository(Dataset).findBy({ name: In(names) });
  return jobs.map((job) => passesOf(job, datasets.find(({ name }) => name === job.dataset)!));
}
