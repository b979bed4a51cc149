import { splitMembers } from '../ensembling/split-members.ts';
import type { ClassScores, Labels } from '../metrics/class-scores.ts';
import { decodeSafetensors } from './decode-safetensors.ts';
import { encodeSafetensors } from './encode-safetensors.ts';

/** What a model gives for every test image, [images, members, classes] row by row; one member, unless several share it. */
export interface StoredLogits {
  images: number;
  members: number;
  classes: number;
  data: Float32Array;
  /** [images], what is right: with them the file is enough to measure any ensemble. */
  labels: Labels;
}

export interface ReadLogits {
  members: ClassScores[];
  /** [images]; null in a file of a version that left them out. */
  labels: Int32Array | null;
}

/** A safetensors file with the tensors `logits`, [images, classes] of one member, and `labels`, [images]. */
export function encodeLogits({ images, members, classes, data, labels }: StoredLogits): Uint8Array {
  const shape = members === 1 ? [images, classes] : [images, members, classes];
  return encodeSafetensors({
    logits: { dtype: 'F32', shape, data },
    labels: { dtype: 'I32', shape: [images], data: Int32Array.from(labels) },
  });
}

/** Each member's scores, and the labels of the images. */
export function decodeLogits(file: Uint8Array): ReadLogits {
  const { tensors } = decodeSafetensors(file);
  const { shape, data } = tensors.get('logits')!;
  const [images, classes, members] = [shape[0]!, shape.at(-1)!, shape.length === 3 ? shape[1]! : 1];
  return {
    members: splitMembers(data as Float32Array, { images, members, classes }),
    labels: (tensors.get('labels')?.data as Int32Array | undefined) ?? null,
  };
}
