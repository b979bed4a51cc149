import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Env, variablesFor } from '../src/env.ts';

/** A worker as `npm start` runs it, that may be frozen and killed. */
export interface WorkerProcess {
  isAlive(): boolean;
  /** To the worker alone; its computing processes go on until they notice. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void;
  /** The numbers of the processes that compute for it. */
  computing(): number[];
  /** Until it has given back its jobs and gone. */
  stop(): Promise<void>;
}

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** @param extra environment that the trouble of `inject.mjs` is steered by */
export async function startWorkerProcess(
  env: Env,
  logFile: string,
  extra: NodeJS.ProcessEnv,
): Promise<WorkerProcess> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--import', tsx, path('../src/main.ts')], {
    env: { ...variablesFor(env), ...extra, TSX_TSCONFIG_PATH: path('../../../tsconfig.base.json') },
    stdio: ['ignore', log, log, 'ipc'],
  });
  const ended = once(child, 'exit');
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const isReady = await Promise.race([once(child, 'message').then(() => true), ended.then(() => false)]);
  if (!isReady) throw new Error(`A worker did not start: ${logFile} says why.`);
  return {
    isAlive,
    signal: (signal) => void child.kill(signal),
    computing: () =>
      childrenOf(child.pid!)
        .filter(({ args }) => args.includes('task-process'))
        .map(({ pid }) => pid),
    async stop() {
      // It may be frozen.
      for (const signal of ['SIGTERM', 'SIGCONT'] as const) child.kill(signal);
      if (isAlive()) await ended;
    },
  };
}

function childrenOf(parent: number): { pid: number; args: string }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, ppid, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(ppid) === parent ? [{ pid: Number(pid), args: args! }] : [];
  });
}
