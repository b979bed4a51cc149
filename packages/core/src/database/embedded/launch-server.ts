import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { choosePort } from './choose-port.ts';
import type { Cluster } from './cluster.ts';
import { explainFailure } from './explain-failure.ts';
import type { RunningServer } from './find-running-server.ts';
import { untilItAnswers } from './server-connection.ts';

/** Long enough for the recovery of a database that was killed in the middle of its work. */
const startTimeoutMs = 120_000;

const passingTrouble = /Address already in use|lock file .* already exists|pre-existing shared memory block/i;

/** Starts the server. Null when others have the folder or the port, or a killed server isn't quite gone: look again. */
export async function launchServer(
  cluster: Cluster,
  log: (sentence: string) => void,
): Promise<RunningServer | null> {
  const port = await choosePort(cluster, log);
  const child = await spawnServer(cluster, port);
  if (await untilItAnswers(cluster, port, () => isRunning(child), startTimeoutMs)) {
    return { pid: child.pid!, port };
  }
  child.kill('SIGINT');
  const said = await readFile(cluster.logFile, 'utf8');
  if (passingTrouble.test(said)) return null;
  throw explainFailure(cluster.directory, said);
}

/** In a process group of its own: the terminal's Ctrl-C must reach the database's clients first. */
async function spawnServer(cluster: Cluster, port: number): Promise<ChildProcess> {
  const output = await open(cluster.logFile, 'w');
  const settings = serverSettings(cluster, port).flatMap((setting) => ['-c', setting]);
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, ...settings], {
    ...cluster.account,
    cwd: cluster.data,
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  const started = new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  return started.finally(() => output.close()).then(() => child);
}

function serverSettings({ fsync }: Cluster, port: number): string[] {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=1GB',
    'random_page_cost=1.1',
    'jit=off',
    'log_statement=none',
  ];
  return fsync ? settings : [...settings, 'fsync=off', 'full_page_writes=off'];
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
