import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** The changes that had made the tables what they were, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which they can be filled: what others refer to comes first. */
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: digest }),
  ),
  /** The last number that each gave out; null before its first. */
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  artifacts: z.array(digest),
});

/** What a backup holds. It is written last: a folder without one is no backup. */
export type Manifest = z.infer<typeof schema>;

const fileName = 'manifest.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, fileName), JSON.stringify(manifest, null, 2), { flag: 'wx', flush: true });
}

/** Throws BAD_INPUT for what is no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, fileName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new DomainError(
      'BAD_INPUT',
      `${folder} holds no ${fileName}: it is no backup, or one that was not finished.`,
    );
  });
  const { data, error } = schema.safeParse(parse(text));
  if (data) return data;
  throw new DomainError(
    'BAD_INPUT',
    `${join(folder, fileName)} is damaged: ${error.issues[0]!.message}. Take another backup.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a table's rows, in a backup's folder. */
export function tableFile(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.copy`);
}
