import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keptMemory } from '@kindred/ml';
import { type Env, variablesFor } from '../env.ts';
import type { TaskReply, TaskRequest } from './messages.ts';

export interface TaskPool {
  /** What the processes compute on, for a start-up line. */
  description: string;
  /** Its name. */
  backend: string;
  /** Runs a job in a process that is free, or a new one. When the signal aborts, the process is killed. */
  run(job: TaskRequest, signal: AbortSignal): Promise<void>;
  stop(): void;
}

interface TaskProcess {
  child: ChildProcess;
  backend: string;
  description: string;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** tsx reads it for the decorators of core's entities. */
const tsconfig = fileURLToPath(new URL('../../../../tsconfig.base.json', import.meta.url));

/** Starts a process to compute in, and more of them as jobs come. Fails if the backend doesn't start. */
export async function startTaskPool(env: Env): Promise<TaskPool> {
  const first = await startProcess(env);
  const idle = [first];
  const all = new Set(idle);

  async function take(): Promise<TaskProcess> {
    for (let waiting = idle.pop(); waiting; waiting = idle.pop()) {
      if (isAlive(waiting)) return waiting;
      all.delete(waiting);
    }
    const fresh = await startProcess(env);
    all.add(fresh);
    return fresh;
  }

  return {
    description: first.description,
    backend: first.backend,
    async run(job, signal) {
      const taken = await take();
      const kill = () => taken.child.kill('SIGKILL');
      signal.addEventListener('abort', kill);
      try {
        if (signal.aborted) kill();
        await request(taken.child, job);
        idle.push(taken);
      } catch (error) {
        // Whatever the job left in its memory goes with it.
        kill();
        all.delete(taken);
        throw error;
      } finally {
        signal.removeEventListener('abort', kill);
      }
    },
    stop() {
      for (const { child } of all) child.kill('SIGKILL');
    },
  };
}

async function startProcess(env: Env): Promise<TaskProcess> {
  const child = fork(new URL('./task-process.ts', import.meta.url), {
    execArgv: ['--import', tsx],
    env: { ...keptMemory, ...variablesFor(env), TSX_TSCONFIG_PATH: tsconfig },
  });
  const reply = await nextReply(child);
  if (reply.kind === 'ready') return { child, backend: reply.backend, description: reply.description };
  child.kill('SIGKILL');
  const { message, outlook } =
    reply.kind === 'failed'
      ? reply
      : { message: 'A computing process did not start.', outlook: 'fault' as const };
  // No fault of the job's: it may be tried again.
  throw Object.assign(new Error(message), { outlook: outlook === 'refused' ? 'fault' : outlook });
}

function isAlive({ child }: TaskProcess): boolean {
  return child.connected && !child.killed;
}

async function request(child: ChildProcess, message: TaskRequest): Promise<void> {
  const [reply] = await Promise.all([nextReply(child), send(child, message)]);
  if (reply.kind !== 'failed') return;
  const { message: reason, stack, outlook } = reply;
  throw Object.assign(new Error(reason), { outlook, ...(stack && { stack }) });
}

function send(child: ChildProcess, message: TaskRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    child.send(message, (error) => (error ? reject(error) : resolve()));
  });
}

/** Whatever the process says next; that it died counts as a failure. */
async function nextReply(child: ChildProcess): Promise<TaskReply> {
  const heard = new AbortController();
  const { signal } = heard;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([reply]) => reply as TaskReply),
      once(child, 'exit', { signal }).then(([code, killedBy]) => ({
        kind: 'failed' as const,
        message: `The computing process ended with ${killedBy ?? `exit code ${code}`}: it crashed, or was killed, as for lack of memory.`,
        outlook: 'fault' as const,
      })),
    ]);
  } finally {
    heard.abort();
  }
}
