import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { DomainError } from '@kindred/core';

const slowMs = 2_000;

/** Builds the dashboard, or takes it from turbo's cache when nothing about it changed. */
export async function buildDashboard(): Promise<void> {
  const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
  const slow = setTimeout(
    () => console.log('Building the dashboard: about half a minute, after each change of it.'),
    slowMs,
  );
  try {
    await promisify(execFile)(process.execPath, [
      turbo,
      'run',
      'build',
      '--filter=@kindred/web',
      '--output-logs=errors-only',
    ]);
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout: string; stderr: string };
    throw new DomainError('UNAVAILABLE', `The dashboard could not be built:\n${stdout}\n${stderr}`);
  } finally {
    clearTimeout(slow);
  }
}
