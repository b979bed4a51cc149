import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** For temporary files. A database is 300 files: in memory, where Linux has room for them, cloning one takes a tenth of the time. */
export async function fastestFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => null);
  return memory && memory.bavail * memory.bsize > 2 ** 31 ? '/dev/shm' : tmpdir();
}
