import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArtifactStore, createLog, listenToExperiments, openJobQueue } from '@kindred/core';
import { createTestDatabase, type TestDatabase } from '@kindred/core/testing';
import { type Gate, openGate } from '../access/gate.ts';
import { createServer, type ServerSettings } from '../server.ts';
import { createServices, type Services } from '../services.ts';

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
  /** Every line that the server has logged. */
  // biome-ignore lint/suspicious/noExplicitAny: lines differ.
  logged: Record<string, any>[];
  artifactsFolder: string;
  /** Posts an operation. `errors` is empty when all went well. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** The whole server, on a free port unless one is given, with a database, a queue and an artifact store of its own. */
export async function runApi(
  gateOf: (database: TestDatabase) => Gate = () => openGate,
  { port = 0, ...settings }: ServerSettings & { port?: number } = {},
): Promise<RunningApi> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'kindred-artifacts-'));
  const services = createServices({
    db: database.dataSource,
    queue: await openJobQueue(database.url, { supervise: false }),
    events: await listenToExperiments(database.url),
    artifacts: createArtifactStore(folder),
  });
  const logged: RunningApi['logged'] = [];
  const lines = { write: (line: string) => void logged.push(JSON.parse(line)) };
  const log = createLog('api', { KINDRED_LOG_LEVEL: 'debug', KINDRED_LOG_FORMAT: 'json' }, lines);
  const server = createServer(services, { ...settings, gate: gateOf(database), log });
  const url = `http://127.0.0.1:${await server.listen(port, '127.0.0.1')}`;
  return {
    ...services,
    url,
    databaseUrl: database.url,
    logged,
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

export async function ask(
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
