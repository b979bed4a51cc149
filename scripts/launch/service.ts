import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds that a service gets to end by itself. */
const patienceMs = 8_000;
const pollMs = 150;

export interface ServiceOptions {
  name: string;
  /** A module for Node.js and its arguments. */
  command: string[];
  /** To run it in; default the root. */
  folder?: string;
  env: Record<string, string>;
  logFile: string;
}

export interface Service {
  name: string;
  /** The first message that it sent. */
  ready: Promise<unknown>;
  /** Settles when the process has ended. */
  ended: Promise<void>;
  /** The last lines of its log. */
  lastWords(): string;
  stop(): Promise<void>;
}

/**
 * Starts a Node.js process in a group of its own, so that the terminal's Ctrl-C reaches the launcher alone, which then ends
 * the services in order.
 */
export function startService({ name, command, folder, env, logFile }: ServiceOptions): Service {
  const log = openSync(logFile, 'w');
  const preload = new URL('./leave-with-launcher.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', preload, ...command], {
    cwd: folder,
    detached: true,
    env: { ...process.env, ...env, KINDRED_LAUNCHER_PID: String(process.pid) },
    stdio: ['ignore', log, log, 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {});
  return {
    name,
    ended,
    ready: once(child, 'message').then(([message]) => message),
    lastWords: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n'),
    stop: () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const late = AbortSignal.timeout(patienceMs);
  const killed = once(late, 'abort').then(() => {
    child.kill('SIGKILL');
    return ended;
  });
  await Promise.race([ended, killed]);
}

/** Waits until an address answers. */
export async function untilItAnswers(url: string): Promise<void> {
  for (;;) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await sleep(pollMs);
  }
}
