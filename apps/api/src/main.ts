import {
  createArtifactStore,
  createLog,
  type Database,
  DomainError,
  inviteFirstAdmin,
  listenToExperiments,
  openDatabase,
  openJobQueue,
  openTracing,
  User,
} from '@kindred/core';
import { openGate } from './access/gate.ts';
import { invitationLink } from './access/invitation-link.ts';
import { createTeamGate } from './access/team-gate.ts';
import { readEnv } from './env.ts';
import { readKnownOperations } from './http/read-known-operations.ts';
import { createServer } from './server.ts';
import { createServices } from './services.ts';

try {
  await serve();
} catch (error) {
  console.error(error instanceof DomainError ? error.message : error);
  process.exit(1);
}

async function serve(): Promise<void> {
  const {
    databaseUrl,
    port,
    host,
    artifacts,
    team,
    admin,
    logging,
    otlpEndpoint,
    knownOperationsOnly,
    ...settings
  } = readEnv(process.env);
  const log = createLog('api', logging);
  const db = await openDatabase(databaseUrl, { applicationName: 'kindred api', statementTimeoutMs: 30_000 });
  const queue = await openJobQueue(databaseUrl, {
    supervise: false,
    onError: (err) => log.error({ err }, 'Queue'),
  });
  const events = await listenToExperiments(databaseUrl);
  const services = createServices({ db, queue, events, artifacts: createArtifactStore(artifacts) });
  const gate = team ? createTeamGate(db, { databaseUrl, ...team, log }) : openGate;
  const known = knownOperationsOnly ? readKnownOperations() : undefined;
  const tracing = await openTracing('kindred-api', otlpEndpoint);
  const server = createServer(services, { ...settings, known, gate, log, tracing });
  log.info(`The API listens on http://${host}:${await server.listen(port, host)}/graphql`);
  if (team) await welcome(db, team.publicUrl, admin);

  const stop = async () => {
    await server.close();
    await Promise.all([events.close(), queue.stop(), tracing.close()]);
    await db.destroy();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Tells whoever started this process how the first admin gets in. */
async function welcome(db: Database, publicUrl: string, admin: string | undefined): Promise<void> {
  if (await db.getRepository(User).exists()) return;
  const secret = admin && (await inviteFirstAdmin(db, admin));
  const how = secret
    ? `${admin} does it first, by ${invitationLink(publicUrl, secret, admin)}`
    : 'Set KINDRED_ADMIN=you@example.org, and the next start invites you.';
  const message = `Nobody can sign in yet. ${how}`;
  // It holds a secret, which no log is to keep.
  if (process.send) process.send(message);
  else console.log(message);
}
