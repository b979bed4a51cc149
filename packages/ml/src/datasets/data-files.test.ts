import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDataFile, readDataFile, readDataStart } from './data-files.ts';

const bytes = Uint8Array.of(1, 2, 3);
/** `printf '\\001\\002\\003' | xz` */
const xzBytes = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQACAQIDAACjq/XzQTeKOwABGwMLL7kQH7bzfQEAAAAABFla',
  'base64',
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kindred-data-'));
  await writeFile(path.join(folder, 'plain.bin'), bytes);
  await writeFile(path.join(folder, 'zipped.bin.gz'), gzipSync(bytes));
  await writeFile(path.join(folder, 'packed.bin.xz'), xzBytes);
  await writeFile(path.join(folder, 'torn.bin.gz'), gzipSync(bytes).subarray(0, 12));
  await writeFile(path.join(folder, 'torn.bin.xz'), xzBytes.subarray(0, 40));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a file of data', () => {
  it.each(['plain.bin', 'zipped.bin', 'packed.bin'])('%s is found and unpacked', async (name) => {
    const file = await findDataFile(['no such folder', folder], name);
    expect([...(await readDataFile(file!))]).toEqual([...bytes]);
    expect([...(await readDataStart(file!, 2))]).toEqual([1, 2]);
    expect([...(await readDataStart(file!, 9))]).toEqual([...bytes]);
  });

  it('that no folder has is undefined', async () => {
    expect(await findDataFile([folder], 'other.bin')).toBeUndefined();
  });

  it.each(['torn.bin.gz', 'torn.bin.xz'])('%s, cut off, is refused by its name', async (name) => {
    await expect(readDataFile(path.join(folder, name))).rejects.toThrow(`${name} can't be read: `);
    await expect(readDataStart(path.join(folder, name), 9)).rejects.toThrow(`${name} can't be read: `);
  });
});
