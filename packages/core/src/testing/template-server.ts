import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../database/embedded/index.ts';
import { fastestFolder } from './fastest-folder.ts';

export interface TemplateServer {
  url: string;
  stop(): Promise<void>;
}

/** The PostgreSQL that tests run on: the one given, or one of our own in a temporary folder. */
export async function startTemplateServer(given: string | undefined): Promise<TemplateServer> {
  if (given) return { url: given, stop: async () => {} };
  const directory = await mkdtemp(join(await fastestFolder(), 'kindred-test-'));
  const server = await startEmbeddedPostgres({ directory, fsync: false });
  const stop = () => server.stop().then(() => rm(directory, { recursive: true }));
  return { url: server.url, stop };
}
