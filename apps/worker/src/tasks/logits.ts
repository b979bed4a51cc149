import { type ClassScores, decodeSafetensors, encodeSafetensors } from '@kindred/ml';

/** Logits [images, classes] as a safetensors file with the one tensor `logits`. */
export function encodeLogits({ images, classes, data }: ClassScores): Uint8Array {
  return encodeSafetensors({ logits: { dtype: 'F32', shape: [images, classes], data } });
}

export function decodeLogits(file: Uint8Array): ClassScores {
  const { shape, data } = decodeSafetensors(file).tensors.get('logits')!;
  return { images: shape[0]!, classes: shape[1]!, data: data as Float32Array };
}
