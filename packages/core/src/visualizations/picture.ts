import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { type ByHash, byHash, type HashName, hashLengths, hashNames } from './hash-names.ts';
import { Visualization } from './visualization.entity.ts';

export interface PictureHash {
  /** As imagehash writes it: a digit for four bits, the first bit leftmost, zeros in front. */
  hex: string;
  /** How many. */
  bits: number;
}

export interface PictureHashes extends ByHash<PictureHash> {
  version: string;
  comparable: boolean;
}

/** What few questions ask: it is a quarter of a row's bytes, and read by itself. */
const origin = { contentKey: true, backend: true, codeVersion: true } as const;

/** What computed a picture, and from what. */
export type PictureOrigin = Pick<Visualization, 'id' | keyof typeof origin>;

type Fields = Omit<Visualization, 'hashes' | 'createdAt' | 'model' | 'steps' | keyof typeof origin>;

/** What all pictures of a question may share, and needn't come with each. */
type Shared = Pick<Fields, 'modelId' | 'layer' | 'objective'>;
const shared: readonly string[] = ['modelId', 'layer', 'objective'] satisfies (keyof Shared)[];

export type PictureRow = Omit<Fields, keyof Shared> &
  ByHash<string> & { version: string | null; comparable: boolean };

/** A visualization as questions read it. */
export class Picture implements Fields {
  readonly id;
  readonly modelId;
  readonly layer;
  readonly channel;
  readonly preset;
  readonly seed;
  readonly objective;
  readonly status;
  readonly error;
  readonly imageDigest;
  readonly width;
  readonly height;
  readonly activation;
  readonly hashes: PictureHashes | null;

  /** Field by field: spreading hundreds of rows takes longer than reading them. */
  constructor(row: PictureRow, { modelId, layer, objective }: Shared) {
    this.id = row.id;
    this.modelId = modelId;
    this.layer = layer;
    this.channel = row.channel;
    this.preset = row.preset;
    this.seed = row.seed;
    this.objective = objective;
    this.status = row.status;
    this.error = row.error;
    this.imageDigest = row.imageDigest;
    this.width = row.width;
    this.height = row.height;
    this.activation = row.activation;
    this.hashes = hashesOf(row);
  }
}

function hashesOf(row: PictureRow): PictureHashes | null {
  const { version, comparable } = row;
  const hashes = byHash((hash) => ({ hex: row[hash], bits: hashLengths[hash] }));
  return version === null ? null : Object.assign(hashes, { version, comparable });
}

/** Of the tables `picture` and `hashes`, in SQL; hexadecimal takes a quarter of the bits' characters. */
export function pictureColumns(db: Database, { withShared }: { withShared: boolean }): string {
  const columns = db
    .getRepository(Visualization)
    .metadata.columns.filter(({ propertyName }) => propertyName !== 'createdAt')
    .filter(({ propertyName }) => withShared || !shared.includes(propertyName));
  return [
    ...columns.map(({ databaseName, propertyName }) => `picture.${databaseName} as "${propertyName}"`),
    ...hashNames.map((hash) => `lpad(to_hex(hashes.${hash}::bigint), ${hexLength(hash)}, '0') as ${hash}`),
    'hashes.version',
    'hashes.comparable',
  ].join(', ');
}

const hexLength = (hash: HashName): number => Math.ceil(hashLengths[hash] / 4);

/** The pictures of some ids, in no order; without those that aren't there. */
export async function findPictures(db: Database, ids: readonly string[]): Promise<Picture[]> {
  const rows: (PictureRow & Shared)[] = await db.query(
    `select ${pictureColumns(db, { withShared: true })} from visualization picture
     left join visualization_hashes hashes on hashes.visualization_id = picture.id
     where picture.id = any($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => new Picture(row, row));
}

/** What computed some pictures, in no order. */
export function findPictureOrigins(db: Database, ids: readonly string[]): Promise<PictureOrigin[]> {
  return db
    .getRepository(Visualization)
    .find({ select: { id: true, ...origin }, where: { id: In([...ids]) } });
}

/** A hash's bits, `1010…`. */
export function bitsOf({ hex, bits }: PictureHash): string {
  const ofDigits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'));
  return ofDigits.join('').slice(-bits);
}
