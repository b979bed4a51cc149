import { expect, test } from 'vitest';
import { encodeSafetensors } from './encode-safetensors.ts';
import { decodeLogits, encodeLogits } from './logits-file.ts';

const data = Float32Array.from({ length: 12 }, (_, index) => index);

test('logits come back member by member, with the labels of their images', () => {
  const file = encodeLogits({ images: 3, members: 2, classes: 2, data, labels: Uint8Array.of(0, 1, 1) });
  expect(decodeLogits(file)).toEqual({
    members: [
      { images: 3, classes: 2, data: Float32Array.of(0, 1, 4, 5, 8, 9) },
      { images: 3, classes: 2, data: Float32Array.of(2, 3, 6, 7, 10, 11) },
    ],
    labels: Int32Array.of(0, 1, 1),
  });
});

test('a file of a version that left the labels out has none', () => {
  const file = encodeSafetensors({ logits: { dtype: 'F32', shape: [3, 4], data } });
  expect(decodeLogits(file)).toEqual({ members: [{ images: 3, classes: 4, data }], labels: null });
});
