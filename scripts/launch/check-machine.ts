import { mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { DomainError } from '@kindred/core';
import type { Settings } from './settings.ts';

const neededBytes = 512 * 2 ** 20;

/** Refuses a full disk before anything is written, with a sentence that says what to do. */
export async function checkDisk({ home }: Settings): Promise<void> {
  await mkdir(home, { recursive: true });
  const { bavail, bsize } = await statfs(home);
  if (bavail * bsize >= neededBytes) return;
  throw new DomainError(
    'UNAVAILABLE',
    `Only ${Math.floor((bavail * bsize) / 2 ** 20)} MiB are free under ${home}, and Kindred wants ${neededBytes / 2 ** 20}: make room, or set KINDRED_HOME to a folder on another disk.`,
  );
}

/** Refuses ports that are taken. */
export async function checkPorts({ host, apiPort, webPort }: Settings): Promise<void> {
  await checkPort(host, webPort, 'the dashboard', 'KINDRED_WEB_PORT');
  await checkPort(host, apiPort, 'the API', 'KINDRED_API_PORT');
}

async function checkPort(host: string, port: number, what: string, variable: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch {
    throw new DomainError(
      'UNAVAILABLE',
      `Port ${port}, for ${what}, is taken: is Kindred running already? Stop what uses it, or choose another port with ${variable}=${port + 10}.`,
    );
  } finally {
    server.close();
  }
}
