import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ArtifactStore, createArtifactStore, DomainError } from '@kindred/core';
import { readSettings } from '../launch/settings.ts';
import { openServer } from '../launch/start-database.ts';

type Work = (databaseUrl: string, artifacts: ArtifactStore, folder: string) => Promise<void>;

/** Opens the database and the store that the settings name, does something with a folder, and answers with an exit code. */
export async function withInstallation(
  args: readonly string[],
  option: string,
  usage: string,
  work: Work,
): Promise<number> {
  try {
    const folder = readFolder(args, option, usage);
    const settings = readSettings();
    const database = await openServer(settings);
    try {
      await work(database.url, createArtifactStore(settings.artifacts), folder);
    } finally {
      await database.stop();
    }
    return 0;
  } catch (error) {
    console.error(error instanceof DomainError ? error.message : error);
    return 1;
  }
}

function readFolder(args: readonly string[], option: string, usage: string): string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { [option]: { type: 'string' } },
      strict: true,
    });
    const folder = values[option];
    if (typeof folder === 'string') return path.resolve(folder);
  } catch {
    // The usage says it all.
  }
  throw new DomainError('BAD_INPUT', `Usage: ${usage}`);
}
