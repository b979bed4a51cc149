import { KindredError } from '../kindred-error.ts';

/** A file that an archive's manifest lists. */
export interface ListedFile {
  path: string;
  bytes: number;
  sha256: string;
}

export const manifestName = 'manifest.json';

/** Names behind slashes, none of which leads up or is hidden. */
const withinArchive = /^[\w@-][\w.@-]*(\/[\w@-][\w.@-]*)*$/;

/** What a manifest lists, in its order. Throws BAD_INPUT for what isn't one, or names what lies outside of its folder. */
export function listedFiles(text: string): ListedFile[] {
  const files = filesOf(text);
  if (!Array.isArray(files)) throw refused(`${manifestName} lists no files`);
  const wrong = files.find((file) => !isListed(file));
  if (wrong) throw refused(`${manifestName} lists ${JSON.stringify(wrong).slice(0, 200)}`);
  return files;
}

function filesOf(text: string): unknown {
  try {
    return JSON.parse(text)?.files;
  } catch {
    return undefined;
  }
}

function isListed(file: Partial<ListedFile> | null): boolean {
  return (
    typeof file?.path === 'string' &&
    withinArchive.test(file.path) &&
    Number.isSafeInteger(file.bytes) &&
    /^[0-9a-f]{64}$/.test(String(file.sha256))
  );
}

export function refused(reason: string): KindredError {
  return new KindredError('BAD_INPUT', `This is no archive of an experiment: ${reason}.`);
}
