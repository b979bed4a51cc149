import { join } from 'node:path';
import { artifactPath } from '../artifacts/artifact-path.ts';
import { hashFile } from '../artifacts/hash-file.ts';
import { DomainError } from '../errors/domain-error.ts';
import { forEachFile } from './for-each-file.ts';
import { type Manifest, readManifest, tableFile } from './manifest.ts';

/** Reads a backup to its last byte. Throws BAD_INPUT that names the first file that is lost or isn't what was written. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const { name, sha256 } of manifest.tables) {
    const file = tableFile(folder, name);
    if ((await digestOfFile(file)) !== sha256) throw damaged(file);
  }
  await forEachFile(manifest.artifacts, async (digest) => {
    const file = join(folder, 'artifacts', artifactPath(digest));
    if ((await digestOfFile(file)) !== digest) throw damaged(file);
  });
  return manifest;
}

/** Undefined for a file that can't be read. */
function digestOfFile(file: string): Promise<string | undefined> {
  return hashFile(file).catch(() => undefined);
}

function damaged(file: string): Error {
  return new DomainError(
    'BAD_INPUT',
    `This backup is damaged: ${file} is lost or was altered. Nothing was restored; take another backup.`,
  );
}
