import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Cluster } from './cluster.ts';

/** The port of the last start if it is free, else any free one of 127.0.0.1. */
export async function choosePort(cluster: Cluster, log: (sentence: string) => void): Promise<number> {
  const remembered = Number(await readFile(cluster.portFile, 'utf8').catch(() => '0'));
  const port = (remembered && (await freePort(remembered))) || (await freePort(0));
  if (!port) throw new Error('no port of 127.0.0.1 is free');
  if (remembered && port !== remembered) {
    log(`Port ${remembered} is taken; the database moves to port ${port}.`);
  }
  await writeFile(cluster.portFile, String(port));
  return port;
}

/** The port, or null if it is taken; 0 asks for any. */
async function freePort(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address!.port : null));
    });
  });
}
