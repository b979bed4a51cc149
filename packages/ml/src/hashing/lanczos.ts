import type { Grey } from './grey.ts';
import { type PackedColumns, packColumns, resizeRows } from './resize-rows.ts';

const lobes = 3;
const precisionBits = 22;
const rememberedSizes = 64;
const remembered = new Map<string, PackedColumns>();

/**
 * Pillow's `resize((width, height), LANCZOS)` of an 'L' picture, bit for bit: antialiased,
 * the horizontal pass rounded to bytes before the vertical one.
 */
export function lanczos(grey: Grey, width: number, height: number): Grey {
  if (width === grey.width && height === grey.height) return grey;
  const columns = resizeRows(grey.data, grey.width, columnsOf(grey.width, width));
  return {
    width,
    height,
    channels: 1,
    data: resizeRows(columns, grey.height, columnsOf(grey.height, height)),
  };
}

function columnsOf(inSize: number, outSize: number): PackedColumns {
  const key = `${inSize}>${outSize}`;
  const known = remembered.get(key);
  if (known) return known;
  const columns = makeColumns(inSize, outSize);
  if (remembered.size >= rememberedSizes) remembered.clear();
  remembered.set(key, columns);
  return columns;
}

function makeColumns(inSize: number, outSize: number): PackedColumns {
  const scale = inSize / outSize;
  const filterScale = Math.max(scale, 1);
  const support = lobes * filterScale;
  return packColumns(
    Array.from({ length: outSize }, (_, i) => {
      const centre = (i + 0.5) * scale;
      const first = Math.max(0, Math.trunc(centre - support + 0.5));
      const end = Math.min(inSize, Math.trunc(centre + support + 0.5));
      const raw = Array.from({ length: end - first }, (_, k) =>
        kernel((k + first - centre + 0.5) * (1 / filterScale)),
      );
      const total = raw.reduce((sum, weight) => sum + weight, 0);
      return { first, weights: raw.map((weight) => fixedPoint(weight / total)) };
    }),
  );
}

const kernel = (x: number): number => (x >= -lobes && x < lobes ? sinc(x) * sinc(x / lobes) : 0);

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI));

/** Rounded half away from zero, as C's cast of ±0.5 does. */
const fixedPoint = (weight: number): number =>
  Math.trunc(weight * (1 << precisionBits) + (weight < 0 ? -0.5 : 0.5));
