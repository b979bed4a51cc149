import type { Grey } from './grey.ts';

/** Which input pixels one output pixel is made of: `count` from `first`, their weights from `offset`. */
interface Tap {
  first: number;
  count: number;
  offset: number;
}

interface Taps {
  taps: Tap[];
  /** Fixed point × 2^22. */
  weights: Int32Array;
}

const lobes = 3;
const precisionBits = 22;
/** So that dropping the bits behind the point rounds. */
const half = 1 << (precisionBits - 1);
const rememberedSizes = 64;
const remembered = new Map<string, Taps>();

/**
 * Pillow's `resize((width, height), LANCZOS)` of an 'L' picture, bit for bit: antialiased,
 * the horizontal pass rounded to bytes before the vertical one.
 */
export function lanczos(grey: Grey, width: number, height: number): Grey {
  const narrow = width === grey.width ? grey : horizontal(grey, width);
  return height === narrow.height ? narrow : vertical(narrow, height);
}

function horizontal({ width: inWidth, height, data }: Grey, width: number): Grey {
  const { taps, weights } = tapsOf(inWidth, width);
  const out = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    const { first, count, offset } = taps[x]!;
    let y = 0;
    // Four rows at once, each weight read once for them.
    for (; y + 4 <= height; y += 4) {
      let [a, b, c, d] = [half, half, half, half];
      for (let k = 0, from = y * inWidth + first; k < count; k++, from++) {
        const weight = weights[offset + k]!;
        a = (a + Math.imul(data[from]!, weight)) | 0;
        b = (b + Math.imul(data[from + inWidth]!, weight)) | 0;
        c = (c + Math.imul(data[from + 2 * inWidth]!, weight)) | 0;
        d = (d + Math.imul(data[from + 3 * inWidth]!, weight)) | 0;
      }
      const to = y * width + x;
      out[to] = byteOf(a);
      out[to + width] = byteOf(b);
      out[to + 2 * width] = byteOf(c);
      out[to + 3 * width] = byteOf(d);
    }
    for (; y < height; y++) {
      let sum = half;
      for (let k = 0, from = y * inWidth + first; k < count; k++, from++)
        sum = (sum + Math.imul(data[from]!, weights[offset + k]!)) | 0;
      out[y * width + x] = byteOf(sum);
    }
  }
  return { width, height, channels: 1, data: out };
}

function vertical({ width, height: inHeight, data }: Grey, height: number): Grey {
  const { taps, weights } = tapsOf(inHeight, height);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, count, offset } = taps[y]!;
    for (let x = 0; x < width; x++) {
      let sum = half;
      for (let k = 0, from = first * width + x; k < count; k++, from += width)
        sum = (sum + Math.imul(data[from]!, weights[offset + k]!)) | 0;
      out[y * width + x] = byteOf(sum);
    }
  }
  return { width, height, channels: 1, data: out };
}

const byteOf = (fixed: number): number => Math.min(255, Math.max(0, fixed >> precisionBits));

function tapsOf(inSize: number, outSize: number): Taps {
  const key = `${inSize}>${outSize}`;
  const known = remembered.get(key);
  if (known) return known;
  const taps = makeTaps(inSize, outSize);
  if (remembered.size >= rememberedSizes) remembered.clear();
  remembered.set(key, taps);
  return taps;
}

function makeTaps(inSize: number, outSize: number): Taps {
  const scale = inSize / outSize;
  const filterScale = Math.max(scale, 1);
  const support = lobes * filterScale;
  const taps: Tap[] = [];
  const weights: number[] = [];
  for (let i = 0; i < outSize; i++) {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(inSize, Math.trunc(centre + support + 0.5));
    const raw = Array.from({ length: end - first }, (_, k) =>
      kernel((k + first - centre + 0.5) * (1 / filterScale)),
    );
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    taps.push({ first, count: raw.length, offset: weights.length });
    weights.push(...raw.map((weight) => fixedPoint(weight / total)));
  }
  return { taps, weights: Int32Array.from(weights) };
}

const kernel = (x: number): number => (x >= -lobes && x < lobes ? sinc(x) * sinc(x / lobes) : 0);

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI));

/** Rounded half away from zero, as C's cast of ±0.5 does. */
const fixedPoint = (weight: number): number =>
  Math.trunc(weight * (1 << precisionBits) + (weight < 0 ? -0.5 : 0.5));
