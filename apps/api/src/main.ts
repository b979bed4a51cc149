import {
  createArtifactStore,
  DomainError,
  listenToExperiments,
  openDatabase,
  openJobQueue,
} from '@kindred/core';
import { readEnv } from './env.ts';
import { createServer } from './server.ts';

try {
  await serve();
} catch (error) {
  console.error(error instanceof DomainError ? error.message : error);
  process.exit(1);
}

async function serve(): Promise<void> {
  const { databaseUrl, port, host, artifactsFolder, introspection, pointsPerMinute } = readEnv(process.env);
  const db = await openDatabase(databaseUrl, { applicationName: 'kindred api', statementTimeoutMs: 30_000 });
  const queue = await openJobQueue(databaseUrl, { supervise: false });
  const events = await listenToExperiments(databaseUrl);
  const services = { db, queue, events, artifacts: createArtifactStore(artifactsFolder) };
  const server = createServer(services, { introspection, pointsPerMinute });
  console.log(`The API listens on http://${host}:${await server.listen(port, host)}/graphql`);

  const stop = async () => {
    await server.close();
    await Promise.all([events.close(), queue.stop()]);
    await db.destroy();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
