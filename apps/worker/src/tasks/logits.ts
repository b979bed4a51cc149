import { type ClassScores, decodeSafetensors, encodeSafetensors, splitMembers } from '@kindred/ml';

/** What a model gives for every test image, [images, members, classes] row by row; one member, unless several share it. */
export interface StoredLogits {
  images: number;
  members: number;
  classes: number;
  data: Float32Array;
}

/** A safetensors file with the one tensor `logits`, [images, classes] of one member. */
export function encodeLogits({ images, members, classes, data }: StoredLogits): Uint8Array {
  const shape = members === 1 ? [images, classes] : [images, members, classes];
  return encodeSafetensors({ logits: { dtype: 'F32', shape, data } });
}

/** Each member's scores. */
export function decodeLogits(file: Uint8Array): ClassScores[] {
  const { shape, data } = decodeSafetensors(file).tensors.get('logits')!;
  const [images, classes, members] = [shape[0]!, shape.at(-1)!, shape.length === 3 ? shape[1]! : 1];
  return splitMembers(data as Float32Array, { images, members, classes });
}
