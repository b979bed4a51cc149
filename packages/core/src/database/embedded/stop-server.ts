import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from './process-state.ts';

/** Asks the server to end its sessions and stop; after 20 s to stop at once, and recover at the next start. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!(await commandOf(pid))) return;
    process.kill(pid, signal);
    if (await untilGone(pid, 20_000)) return;
  }
  throw new Error(`PostgreSQL, process ${pid}, did not stop.`);
}

/** A process that ended but that nobody waits for, as in a container without init, keeps its number but not its command. */
async function untilGone(pid: number, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(30)) {
    if (!(await commandOf(pid))) return true;
  }
  return false;
}
