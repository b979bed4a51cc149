import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../errors/domain-error.ts';
import { type Claim, claimServer } from './claim-server.ts';
import type { Cluster } from './cluster.ts';
import { explainFailure } from './explain-failure.ts';
import { findRunningServer, type RunningServer } from './find-running-server.ts';
import { launchServer } from './launch-server.ts';
import { openCluster } from './open-cluster.ts';
import { isAlive } from './process-state.ts';
import { databaseName, serverUrl } from './server-connection.ts';
import { stopServer } from './stop-server.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the data, the password and the log; made when missing. */
  directory: string;
  /** Told in sentences what happens; default nobody. */
  log?: (sentence: string) => void;
  /** False only where losing everything at a power cut is fine, as in tests; default true. */
  fsync?: boolean;
}

export interface EmbeddedPostgres {
  url: string;
  /** True when another process runs the server; `stop` then leaves it alone. */
  attached: boolean;
  /** Stops the server and waits for its end. Call it after its clients have gone, on SIGINT and SIGTERM too. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL on 127.0.0.1, or attaches to the one that already runs on this folder. A server whose owner was
 * killed is taken over. Throws UNAVAILABLE with a sentence that says what to do.
 */
export async function startEmbeddedPostgres({
  directory,
  log = () => {},
  fsync = true,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const cluster = await openCluster(directory, fsync, log);
    const server = await findOrLaunch(cluster, log);
    const claim = await claimServer(cluster, server.port);
    const url = serverUrl(cluster, server.port, databaseName);
    if (!claim) return { url, attached: true, stop: async () => {} };
    return { url, attached: false, stop: createStop(server.pid, claim) };
  } catch (cause) {
    throw explainFailure(directory, cause);
  }
}

async function findOrLaunch(cluster: Cluster, log: (sentence: string) => void): Promise<RunningServer> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const server = (await findRunningServer(cluster, log)) ?? (await launchServer(cluster, log));
    if (server) return server;
    await sleep(200);
  }
  throw new DomainError(
    'UNAVAILABLE',
    `Other programs keep the database's port or its folder, ${cluster.directory}. Stop them and start again.`,
  );
}

/** Stops once, however often it is called. A process that exits without it still asks the server to stop. */
function createStop(pid: number, claim: Claim): () => Promise<void> {
  const lastResort = () => void (isAlive(pid) && process.kill(pid, 'SIGINT'));
  process.once('exit', lastResort);
  let stopped: Promise<void> | undefined;
  return () => {
    process.off('exit', lastResort);
    stopped ??= claim.release().then(() => stopServer(pid));
    return stopped;
  };
}
