import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { badInput, DomainError } from '../../errors/domain-error.ts';
import { decodeImage, decoderVersion, type ImageForm } from './decode-image.ts';

export interface Decoding {
  /** What the paths of `files` start from. */
  folder: string;
  files: readonly string[];
  form: ImageForm;
  /** Where decoded images are kept. */
  cacheFolder: string;
  /** What the file there begins with. */
  name: string;
  /** Told every now and then, once it takes more than two seconds. */
  onDecoded?: (done: number, total: number) => void;
}

/** Images that are decoded side by side. */
const atOnce = 16;

/** After how long a file that doesn't grow is taken over: whoever was at it has died. */
const abandonedAfterMs = 20_000;

/**
 * A file of all images one after another, [count, size, size, 3] bytes. It is made when it is first wanted, and again when an
 * image has changed; who is interrupted goes on, and who comes second waits. Two at once would write the same.
 */
export async function decodeOnce(decoding: Decoding): Promise<string> {
  const { cacheFolder, name } = decoding;
  const file = path.join(cacheFolder, `${name}-${await keyOf(decoding)}.rgb`);
  const part = `${file}.part`;
  await mkdir(cacheFolder, { recursive: true });
  const report = afterTwoSeconds(decoding);
  while (!(await isThere(file))) {
    const begun = await stat(part).catch(() => undefined);
    if (begun && Date.now() - begun.mtimeMs < abandonedAfterMs) {
      report(Math.floor(begun.size / bytesOf(decoding)));
      await sleep(500);
    } else await decodeAll(decoding, part, file, report);
  }
  return file;
}

const bytesOf = ({ form: { size } }: Decoding) => size * size * 3;

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** SHA-256 over how images are decoded, and over their names, sizes and times of change. */
async function keyOf({ folder, files, form }: Decoding): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([decoderVersion, form]));
  for (const name of files) {
    const file = path.join(folder, name);
    const found = await stat(file).catch((error) => {
      throw badInput(`${file} can't be read: ${error.message}.`, error);
    });
    if (!found.isFile()) throw badInput(`${file} is no file: it should be an image.`);
    hash.update(JSON.stringify([name, found.size, found.mtimeMs]));
  }
  return hash.digest('hex').slice(0, 32);
}

function afterTwoSeconds({ files, onDecoded }: Decoding): (done: number) => void {
  const begun = performance.now();
  return (done) => {
    if (performance.now() - begun > 2000) onDecoded?.(done, files.length);
  };
}

async function decodeAll(
  decoding: Decoding,
  part: string,
  file: string,
  report: (done: number) => void,
): Promise<void> {
  const bytes = bytesOf(decoding);
  const handle = await open(part, constants.O_RDWR | constants.O_CREAT);
  try {
    const done = Math.floor((await handle.stat()).size / bytes);
    await requireRoom(decoding, bytes * (decoding.files.length - done));
    await decodeFrom(done, decoding, handle, report);
    await handle.sync();
  } catch (error) {
    if (error instanceof DomainError) await rm(part, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(part, file).catch(async (error) => {
    if (!(await isThere(file))) throw error;
  });
}

async function decodeFrom(
  first: number,
  decoding: Decoding,
  handle: FileHandle,
  report: (done: number) => void,
): Promise<void> {
  const { folder, files, form } = decoding;
  for (let done = first; done < files.length; done += atOnce) {
    const batch = files.slice(done, done + atOnce);
    const images = await Promise.all(batch.map((name) => decodeImage(path.join(folder, name), form)));
    await handle.writev(images, done * bytesOf(decoding));
    report(done + batch.length);
  }
}

async function requireRoom({ cacheFolder, files }: Decoding, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(cacheFolder);
  if (bavail * bsize > neededBytes) return;
  const [needed, free] = [neededBytes, bavail * bsize].map((bytes) => Math.ceil(bytes / 2 ** 20));
  throw new DomainError(
    'UNAVAILABLE',
    `${files.length} decoded images need ${needed} MiB under ${cacheFolder}, and ${free} are free: make room, or choose a smaller size in dataset.json.`,
  );
}
