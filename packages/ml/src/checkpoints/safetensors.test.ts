import { describe, expect, it } from 'vitest';
import { decodeSafetensors } from './decode-safetensors.ts';
import { encodeSafetensors } from './encode-safetensors.ts';
import { floatValues, requireFinite } from './float-values.ts';
import type { TensorData } from './tensor-data.ts';

const weights: Record<string, TensorData> = {
  'conv.weight': { dtype: 'F32', shape: [2, 3], data: Float32Array.of(1, -2, 3.5, 0, 1e-30, 7) },
  'conv.mask': { dtype: 'U8', shape: [3], data: Uint8Array.of(1, 0, 1) },
  steps: { dtype: 'I64', shape: [], data: BigInt64Array.of(-5n) },
  empty: { dtype: 'F32', shape: [0, 4], data: new Float32Array(0) },
};

/** A file with this header (an object, or the text itself) and that many bytes of data. */
function fileOf(header: unknown, bytes: number): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const file = new Uint8Array(8 + json.length + bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  return file;
}

const floats = (begin: number, end: number, shape = [(end - begin) / 4]) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});

describe('a checkpoint', () => {
  it('comes back as it was, with its metadata', () => {
    const { tensors, metadata } = decodeSafetensors(encodeSafetensors(weights, { net: 'resnet8' }));
    expect(Object.fromEntries(tensors)).toEqual(weights);
    expect(metadata).toEqual({ net: 'resnet8' });
  });

  it('has the same bytes in whatever order its tensors come', () => {
    const turned = new Map(Object.entries(weights).reverse());
    expect(encodeSafetensors(turned, { b: '2', a: '1' })).toEqual(
      encodeSafetensors(weights, { a: '1', b: '2' }),
    );
  });

  it('has other bytes for other weights', () => {
    const changed = { ...weights, 'conv.mask': { ...weights['conv.mask']!, data: Uint8Array.of(0, 0, 1) } };
    expect(encodeSafetensors(changed)).not.toEqual(encodeSafetensors(weights));
  });

  it('may have quotes, backslashes and braces in its names and notes', () => {
    const file = encodeSafetensors(
      { 'a"\\': weights.steps!, 'a"{': weights.steps! },
      { 'a"\\': '{"x":1,"x":2}' },
    );
    const { tensors, metadata } = decodeSafetensors(file);
    expect([...tensors.keys()]).toEqual(['a"\\', 'a"{']);
    expect(metadata).toEqual({ 'a"\\': '{"x":1,"x":2}' });
  });

  it('keeps names that look like numbers in the order of their bytes', () => {
    const numbered = { b: weights.steps!, '10': weights.steps!, '9': weights.steps! };
    expect([...decodeSafetensors(encodeSafetensors(numbered)).tensors.keys()]).toEqual(['10', '9', 'b']);
  });

  it('is read without copying where its bytes are aligned, and right where they are not', () => {
    const file = encodeSafetensors({ w: weights['conv.weight']! });
    expect(decodeSafetensors(file).tensors.get('w')!.data.buffer).toBe(file.buffer);
    for (const bytes of [new Uint8Array(file.length + 1), Buffer.alloc(file.length + 1)]) {
      const shifted = bytes.subarray(1);
      shifted.set(file);
      expect(decodeSafetensors(shifted).tensors.get('w')).toEqual(weights['conv.weight']);
    }
  });

  it('is read with scalars and empty tensors at the same offset', () => {
    const header = { one: floats(0, 4, []), none: floats(0, 0, [0]) };
    expect([...decodeSafetensors(fileOf(header, 4)).tensors.keys()]).toEqual(['none', 'one']);
  });
});

describe('a safetensors file is refused', () => {
  it.each([
    ['shorter than its length field', new Uint8Array(7), 'A file of 7 bytes is no safetensors file'],
    [
      'with a header beyond its end',
      fileOf('{}', 0).fill(200, 0, 1),
      'The header claims 200 bytes; the file has 2',
    ],
    ['with a giant header', new Uint8Array(16).fill(255), 'has 100000000 at most'],
    ['with a header of no JSON', fileOf('{"a":', 0), "isn't valid JSON"],
    ['with a header of no UTF-8', fileOf('{"a"}', 0).fill(255, 10, 11), "isn't valid JSON"],
    ['with a header of another kind', fileOf('[]', 0), 'must be a JSON object'],
    [
      'with an unknown dtype',
      fileOf({ w: { ...floats(0, 4), dtype: 'F8' } }, 4),
      'Tensor "w" has dtype "F8"; known are F32',
    ],
    ['with an entry of another kind', fileOf({ w: 3 }, 0), 'Tensor "w" must be an object'],
    ['with a broken shape', fileOf({ w: floats(0, 4, [-1]) }, 4), 'Tensor "w" has shape [-1]'],
    [
      'with broken offsets',
      fileOf({ w: { ...floats(0, 4), data_offsets: [4, 0] } }, 4),
      'has data_offsets [4,0]',
    ],
    [
      'with a shape of other bytes',
      fileOf({ w: floats(0, 8, [3]) }, 8),
      'shape [3] and dtype F32 needs 12 bytes, its data_offsets hold 8',
    ],
    [
      'with data beyond its end',
      fileOf({ w: floats(0, 8) }, 4),
      'Tensor "w" ends at byte 8 of the data; the file has 4',
    ],
    [
      'with data of 4 GB that it doesn’t have',
      fileOf({ w: floats(0, 2 ** 32, [2 ** 15, 2 ** 15]) }, 16),
      'Tensor "w" ends at byte 4294967296 of the data; the file has 16. It may be cut off.',
    ],
    [
      'with a shape beyond all numbers',
      fileOf({ w: floats(0, 4, [2 ** 52, 2 ** 52]) }, 4),
      'needs 8.112963841460668e+31 bytes, its data_offsets hold 4',
    ],
    [
      'that was cut off',
      fileOf({ a: floats(0, 4), b: floats(4, 12) }, 12).subarray(0, -1),
      'Tensor "b" ends at byte 12 of the data; the file has 11. It may be cut off.',
    ],
    [
      'with overlapping tensors',
      fileOf({ a: floats(0, 8), b: floats(4, 12) }, 12),
      'Tensor "b" begins at byte 4 and overlaps',
    ],
    [
      'with a hole',
      fileOf({ a: floats(0, 4), b: floats(8, 12) }, 12),
      'Tensor "b" begins at byte 8; the bytes from 4 belong',
    ],
    ['with bytes left over', fileOf({ a: floats(0, 4) }, 12), 'the 8 bytes after it belong to none'],
    [
      'with a name twice',
      fileOf(`{"w":${JSON.stringify(floats(0, 4))},"\\u0077":${JSON.stringify(floats(0, 4))}}`, 4),
      'has the name "w" twice',
    ],
    [
      'with metadata of other than texts',
      fileOf({ __metadata__: { epochs: 3 } }, 0),
      'The metadata "epochs" is 3',
    ],
  ])('%s', (_, file, message) => {
    expect(() => decodeSafetensors(file)).toThrow(message);
  });
});

describe('a tensor is refused', () => {
  it.each([
    [
      { dtype: 'F32', shape: [2], data: new Float32Array(3) },
      'Tensor "w" of shape [2] needs 2 elements, 3 came',
    ],
    [
      { dtype: 'F32', shape: [2], data: new Uint8Array(2) },
      'of dtype F32 came as Uint8Array; it needs Float32Array',
    ],
    [{ dtype: 'F31' as 'F32', shape: [2], data: new Float32Array(2) }, 'has dtype "F31"'],
  ] as [TensorData, string][])('whose parts disagree: %#', (tensor, message) => {
    expect(() => encodeSafetensors({ w: tensor })).toThrow(message);
  });

  it('under the name that the file keeps for its notes', () => {
    expect(() => encodeSafetensors({ __metadata__: weights.steps! })).toThrow(
      'can\'t be named "__metadata__"',
    );
  });

  it('with a number that is not finite, by whoever asks', () => {
    const broken: TensorData = { dtype: 'F32', shape: [2], data: Float32Array.of(1, Number.NaN) };
    expect(() => requireFinite(new Map([['w', broken]]))).toThrow('Tensor "w", [2], holds NaN at index 1');
    expect(() => requireFinite(new Map(Object.entries(weights)))).not.toThrow();
  });
});

describe('the values of a tensor', () => {
  const bits = (dtype: 'F16' | 'BF16', ...patterns: number[]): TensorData => ({
    dtype,
    shape: [patterns.length],
    data: Uint16Array.from(patterns),
  });

  it('are read from half floats: their smallest, 1, 1/3, their largest, and zeros of both signs', () => {
    const halves = floatValues(bits('F16', 0x0001, 0x3c00, 0xb555, 0x7bff, 0x8000, 0x03ff))!;
    expect([...halves]).toEqual([2 ** -24, 1, -0.333251953125, 65504, -0, 1023 * 2 ** -24]);
  });

  it('are read from bfloats, which are float32 cut short', () => {
    expect([...floatValues(bits('BF16', 0x3f80, 0xc049, 0x0001))!]).toEqual([1, -3.140625, 2 ** -133]);
  });

  it('are rounded from doubles, and are none of whole numbers', () => {
    const doubles: TensorData = { dtype: 'F64', shape: [1], data: Float64Array.of(0.1) };
    expect([...floatValues(doubles)!]).toEqual([Math.fround(0.1)]);
    expect(floatValues(weights['conv.mask']!)).toBeUndefined();
  });

  it.each([
    ['Infinity', bits('F16', 0x3c00, 0x7c00)],
    ['NaN', bits('F16', 0x3c00, 0xfe00)],
    ['-Infinity', bits('BF16', 0x3f80, 0xff80)],
    ['Infinity', { dtype: 'F64', shape: [2], data: Float64Array.of(1, 1e300) } as TensorData],
  ])('must be finite in float32: %s', (value, tensor) => {
    const check = () => requireFinite(new Map([['w', tensor]]));
    expect(check).toThrow(`Tensor "w", [2], holds ${value} at index 1; every number must be finite.`);
  });
});
