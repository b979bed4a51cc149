import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
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
  // A run that is interrupted exits without its teardown.
  const clear = () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', clear);
  return { url: server.url, stop: () => server.stop().then(clear) };
}
