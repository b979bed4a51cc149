import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@kindred/core';
import type { Env } from '../env.ts';
import type { TaskReply, TaskRequest } from './messages.ts';

export interface TaskPool {
  /** What the processes compute on, for a start-up line. */
  description: string;
  /** Runs a job in a process that is free, or a new one. When the signal aborts, the process is killed. */
  run(jobId: string, signal: AbortSignal): Promise<void>;
  stop(): void;
}

/** tsx reads it for the decorators of core's entities. */
const tsconfig = fileURLToPath(new URL('../../../../tsconfig.base.json', import.meta.url));

/** Starts a process to compute in, and more of them as jobs come. Fails if the backend doesn't start. */
export async function startTaskPool(env: Env): Promise<TaskPool> {
  const first = await startProcess(env);
  const idle: ChildProcess[] = [first.process];
  const all = new Set(idle);

  async function take(): Promise<ChildProcess> {
    const waiting = idle.pop();
    if (waiting) return waiting;
    const { process } = await startProcess(env);
    all.add(process);
    return process;
  }

  return {
    description: first.description,
    async run(jobId, signal) {
      const process = await take();
      const kill = () => process.kill('SIGKILL');
      signal.addEventListener('abort', kill);
      try {
        if (signal.aborted) kill();
        await runIn(process, { jobId });
      } finally {
        signal.removeEventListener('abort', kill);
        if (process.connected && !process.killed) idle.push(process);
        else all.delete(process);
      }
    },
    stop() {
      for (const process of all) process.kill('SIGKILL');
    },
  };
}

async function startProcess(env: Env): Promise<{ process: ChildProcess; description: string }> {
  const child = fork(new URL('./task-process.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { ...process.env, ...stringsOf(env), TSX_TSCONFIG_PATH: tsconfig },
  });
  const reply = await nextReply(child);
  if (reply.kind === 'ready') return { process: child, description: reply.description };
  child.kill('SIGKILL');
  throw new DomainError(
    'UNAVAILABLE',
    reply.kind === 'refused' ? reply.message : 'A computing process did not start.',
  );
}

async function runIn(process: ChildProcess, request: TaskRequest): Promise<void> {
  process.send(request);
  const reply = await nextReply(process);
  if (reply.kind !== 'failed') return;
  if (reply.code) throw new DomainError(reply.code, reply.message);
  throw Object.assign(new Error(reply.message), reply.stack && { stack: reply.stack });
}

/** Whatever the process says next; that it died counts as a failure. */
async function nextReply(process: ChildProcess): Promise<TaskReply> {
  const heard = new AbortController();
  const { signal } = heard;
  try {
    return await Promise.race([
      once(process, 'message', { signal }).then(([reply]) => reply as TaskReply),
      once(process, 'exit', { signal }).then(([code, killedBy]) => ({
        kind: 'failed' as const,
        message: `The computing process ended with ${killedBy ?? `exit code ${code}`}.`,
      })),
    ]);
  } finally {
    heard.abort();
  }
}

function stringsOf(env: Env): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
}
