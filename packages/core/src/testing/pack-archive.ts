import type { ArchiveFile } from '../archives/export-experiment.ts';
import type { IncomingFile } from '../archives/spool-archive.ts';
import { sha256 } from '../artifacts/sha256.ts';

/** The files of an archive by their paths, in its order. */
export type HeldArchive = Map<string, Buffer>;

export async function holdArchive(files: readonly ArchiveFile[]): Promise<HeldArchive> {
  const held: HeldArchive = new Map();
  for (const { path, content } of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content()) chunks.push(chunk);
    held.set(path, Buffer.concat(chunks));
  }
  return held;
}

/** The archive with a file changed, left out or added, which its manifest lists as it is. */
export function withFile(archive: HeldArchive, path: string, content: string | null): HeldArchive {
  const changed = new Map(archive);
  if (content === null) changed.delete(path);
  else changed.set(path, Buffer.from(content));
  const { files: _, ...rest } = JSON.parse(String(archive.get('manifest.json')));
  const files = [...changed]
    .slice(1)
    .map(([path, bytes]) => ({ path, bytes: bytes.byteLength, sha256: sha256(bytes), what: 'a file' }));
  return changed.set('manifest.json', Buffer.from(JSON.stringify({ ...rest, files })));
}

/** As it would come over the network. */
export async function* sendArchive(archive: HeldArchive): AsyncGenerator<IncomingFile> {
  for (const [path, bytes] of archive)
    yield {
      path,
      content: (async function* () {
        yield bytes;
      })(),
    };
}
