import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface RunningDashboard {
  /** For example `http://127.0.0.1:40123`. */
  url: string;
  close(): Promise<void>;
}

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

/** The dashboard as it was built, on a free port unless one is given, in front of the API at `apiUrl`. */
export async function runDashboard(
  apiUrl: string,
  { port = 0, auth = 'owner' } = {},
): Promise<RunningDashboard> {
  const dashboard = spawn(
    process.execPath,
    [next, 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, NODE_ENV: 'production', KINDRED_API_URL: apiUrl, KINDRED_AUTH: auth },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const close = async () => {
    if (dashboard.exitCode !== null) return;
    dashboard.kill();
    await once(dashboard, 'exit');
  };
  return { url: await readAddress(dashboard), close };
}

/** The address that Next prints. Rejects with all it printed if it ends before. */
function readAddress(dashboard: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (address && printed.includes('Ready')) resolve(address);
    };
    dashboard.stdout?.on('data', read);
    dashboard.stderr?.on('data', read);
    dashboard.once('exit', (code) => reject(new Error(`next start ended with ${code}:\n${printed}`)));
  });
}
