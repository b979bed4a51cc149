/** Waiting for the disk takes most of the time. */
const atATime = 2;

/** Does something with each of many files. */
export async function forEachFile<File>(
  files: readonly File[],
  act: (file: File) => Promise<unknown>,
): Promise<void> {
  for (let index = 0; index < files.length; index += atATime)
    await Promise.all(files.slice(index, index + atATime).map(act));
}
