import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArtifactStore, listenToExperiments, openJobQueue } from '@kindred/core';
import { createTestDatabase, type TestDatabase } from '@kindred/core/testing';
import { type Gate, openGate } from '../access/gate.ts';
import type { Services } from '../context.ts';
import { createServer } from '../server.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  data: any;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export interface RunningApi extends Services {
  /** For example `http://127.0.0.1:40123`. */
  url: string;
  databaseUrl: string;
  artifactsFolder: string;
  /** Posts an operation. `errors` is empty when all went well. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** The whole server on a free port, with a database, a queue and an artifact store of its own. */
export async function runApi(gateOf: (database: TestDatabase) => Gate = () => openGate): Promise<RunningApi> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'kindred-artifacts-'));
  const services: Services = {
    db: database.dataSource,
    queue: await openJobQueue(database.url, { supervise: false }),
    events: await listenToExperiments(database.url),
    artifacts: createArtifactStore(folder),
  };
  const server = createServer(services, { gate: gateOf(database) });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return {
    ...services,
    url,
    databaseUrl: database.url,
    artifactsFolder: folder,
    ask: (...asked) => ask(url, ...asked),
    async close() {
      await server.close();
      await Promise.all([services.events.close(), services.queue.stop()]);
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

async function ask(
  url: string,
  ...[query, variables, headers]: Parameters<RunningApi['ask']>
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as Partial<Answer>;
  return { status: response.status, data, errors };
}

export { createTeamGate } from '../access/team-gate.ts';
