import { readFileSync } from 'node:fs';
import { migrations } from '@kindred/migrations';
import { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import { parseInput } from '../errors/parse-input.ts';

export const manifestPath = 'manifest.json';

/** Of this code: an archive of another format or schema can't be taken. */
const format = { name: 'kindred-archive', version: 1, schema: migrations.at(-1)!.name } as const;

const { version: codeVersion } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/** Names behind slashes, none of which leads up or is hidden. */
const path = z
  .string()
  .max(1000)
  .regex(/^[\w@-][\w.@-]*(\/[\w@-][\w.@-]*)*$/, 'must be a path within the archive');

const file = z.strictObject({
  path,
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 digits of 0–9 and a–f'),
  /** What it is, for people. */
  what: z.string().max(1000),
});

const manifest = z.strictObject({
  format: z.literal(format.name),
  version: z.literal(format.version, {
    error: `must be ${format.version}, the version that this Kindred knows`,
  }),
  /** The newest change of the tables that the rows come from. */
  schema: z.string().max(200),
  /** Of the Kindred that wrote it; rows say by which they were computed. */
  codeVersion: z.string().max(200),
  experiment: z.strictObject({ id: z.guid().toLowerCase(), name: z.string() }),
  /** All others of the archive, in its order. */
  files: z.array(file),
});

export type Manifest = z.infer<typeof manifest>;
export type ListedFile = Manifest['files'][number];

export function writeManifest(rest: Pick<Manifest, 'experiment' | 'files'>): Manifest {
  return { format: format.name, version: format.version, schema: format.schema, codeVersion, ...rest };
}

/** Throws BAD_INPUT for what isn't one, CONFLICT for one of other tables than ours. */
export function parseManifest(text: string): Manifest {
  const parsed = parseInput(manifest, readJson(text), {
    title: `${manifestPath} is not that of an archive:`,
    whole: 'the manifest',
  });
  const { schema } = parsed;
  if (schema === format.schema) return parsed;
  throw new DomainError(
    'CONFLICT',
    `The archive has the tables as of ${schema}, and this Kindred those as of ${format.schema}: export it again by this version (${codeVersion}), or import it by that one (${parsed.codeVersion}).`,
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
