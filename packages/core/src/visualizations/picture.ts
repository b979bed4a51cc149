import type { ByHash } from './hash-names.ts';
import { parseHashes } from './hashes-in-sql.ts';
import type { Visualization } from './visualization.entity.ts';

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
export const pictureOrigin = ['contentKey', 'backend', 'codeVersion'] as const;

/** What computed a picture, and from what. */
export type PictureOrigin = Pick<Visualization, 'id' | (typeof pictureOrigin)[number]>;

type Fields = Omit<
  Visualization,
  'hashes' | 'createdAt' | 'model' | 'steps' | (typeof pictureOrigin)[number]
>;

/** What all pictures of a question may share, and needn't come with each. */
export const sharedByPictures = ['modelId', 'layer', 'objective'] as const;
export type SharedByPictures = Pick<Fields, (typeof sharedByPictures)[number]>;

/** Of its hashes all are null until it is painted. */
export interface PictureRow extends Omit<Fields, keyof SharedByPictures> {
  /** As `hashColumns` writes them. */
  hashes: string | null;
  version: string;
  comparable: boolean;
}

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
  constructor(row: PictureRow, { modelId, layer, objective }: SharedByPictures) {
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

function hashesOf({ hashes, version, comparable }: PictureRow): PictureHashes | null {
  return hashes === null ? null : Object.assign(parseHashes(hashes), { version, comparable });
}

/** A hash's bits, `1010…`. */
export function bitsOf({ hex, bits }: PictureHash): string {
  const ofDigits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'));
  return ofDigits.join('').slice(-bits);
}
