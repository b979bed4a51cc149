// Loaded into workers and their computing processes, before anything else. It makes trouble that can't be made from outside:
// a disk that is full for the artifacts while the file CHAOS_FULL_DISK exists, and the death of the process that gets the job
// whose id the file CHAOS_POISON holds.
import { existsSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { CHAOS_FULL_DISK, CHAOS_POISON, KINDRED_ARTIFACTS } = process.env;
const { open } = fs;

fs.open = async (path, flags, ...rest) => {
  const writes = flags !== undefined && flags !== 'r';
  if (writes && String(path).startsWith(KINDRED_ARTIFACTS) && existsSync(CHAOS_FULL_DISK))
    throw Object.assign(new Error(`ENOSPC: no space left on device, open '${path}'`), { code: 'ENOSPC' });
  return open(path, flags, ...rest);
};
syncBuiltinESMExports();

if (process.argv[1]?.includes('task-process'))
  process.on('message', ({ jobId }) => {
    if (existsSync(CHAOS_POISON) && readFileSync(CHAOS_POISON, 'utf8') === jobId)
      process.kill(process.pid, 'SIGKILL');
  });
