import { readFileSync } from 'node:fs';
import type { KindredClient } from '../client.ts';
import { CatalogueDocument } from '../generated/graphql.ts';
import { findHealth, type Health } from './find-health.ts';

export interface Check {
  what: string;
  well: boolean;
  /** What was found, and what to do where it isn't well. */
  found: string;
}

/** As `npm start` wants it. */
const neededBytes = 512 * 2 ** 20;

const ownVersion = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

/** What is well with an API, and what isn't. */
export async function checkAll(client: KindredClient, url: URL): Promise<Check[]> {
  let health: Health;
  try {
    health = await findHealth(url);
  } catch (error) {
    return [{ what: 'API', well: false, found: (error as Error).message }];
  }
  const answering = health.jobs ? [await catalogue(client), work(health.jobs)] : [];
  return [
    { what: 'API', well: true, found: `it answers at ${url.href}` },
    versions(health),
    database(health),
    ...answering,
    disk(health),
  ];
}

function database({ ok }: Health): Check {
  const found = ok
    ? 'it answers'
    : 'it doesn’t answer: see logs/api.log, then stop Kindred and start it again';
  return { what: 'database', well: ok, found };
}

function versions({ version }: Health): Check {
  const well = version === ownVersion;
  const advice = well ? '' : ': update the older one, for the graph may differ';
  return { what: 'versions', well, found: `API ${version}, this command ${ownVersion}${advice}` };
}

async function catalogue(client: KindredClient): Promise<Check> {
  const { architectures, datasets } = await client.request(CatalogueDocument);
  const well = architectures.length > 0 && datasets.length > 0;
  const known = `${architectures.length} architectures, on ${datasets.map(({ name }) => name).join(', ')}`;
  return {
    what: 'catalogue',
    well,
    found: well ? known : 'no worker has ever started here: run npm start, or npm start -w @kindred/worker',
  };
}

/** Workers take queued jobs at once: where some wait and none runs, there is none. */
function work({ queued, running }: NonNullable<Health['jobs']>): Check {
  const well = queued === 0 || running > 0;
  const advice = well
    ? ''
    : ': no worker takes them, unless they were asked for just now; see logs/worker.log, or run npm start';
  return { what: 'workers', well, found: `${running} jobs run, ${queued} are queued${advice}` };
}

function disk({ freeBytes }: Health): Check {
  if (freeBytes === null)
    return { what: 'disk', well: true, found: 'not told: no artifact is kept yet, or they are in a bucket' };
  const well = freeBytes >= neededBytes;
  const advice = well ? '' : `, and ${neededBytes / 2 ** 20} MiB are wanted: make room, or move KINDRED_HOME`;
  return { what: 'disk', well, found: `${Math.floor(freeBytes / 2 ** 20)} MiB are free${advice}` };
}
