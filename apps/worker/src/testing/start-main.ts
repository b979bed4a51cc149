import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Env, variablesFor } from '../env.ts';

export interface StartedMain {
  child: ChildProcess;
  /** How it ended, and all that it said. */
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Starts a main file of this app, such as `first-experiment/main.ts`, as a process of its own. */
export function startMain(file: string, args: readonly string[], env: Env): StartedMain {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const main = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, main, ...args], {
    cwd: root,
    env: { ...variablesFor(env), TSX_TSCONFIG_PATH: `${root}/tsconfig.base.json` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([[code], stdout, stderr]) => ({ code, stdout, stderr }),
  );
  return { child, ended };
}
