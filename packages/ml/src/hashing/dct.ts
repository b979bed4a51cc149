const size = 32;
const scratch = new Float64Array(size);

/**
 * Unnormalised DCT-II of 32 values in place: y[k] = 2·Σ x[n]·cos(πk(2n+1)/64).
 *
 * The operations and their order are those of pocketfft, which SciPy uses. Where a picture is symmetric,
 * coefficients are zero but for rounding, and that rounding decides hash bits: any other order of the same sum
 * gives other bits there.
 */
export function dct32(line: Float64Array): void {
  line[0]! *= 2;
  line[size - 1]! *= 2;
  for (let k = 1; k < size - 1; k += 2) {
    const next = line[k + 1]!;
    line[k + 1] = next - line[k]!;
    line[k]! += next;
  }
  inverseRealFft32(line);
  for (let k = 1, mirror = size - 1; k < size / 2; k++, mirror--) {
    const a = quarterWave[k - 1]! * line[mirror]! + quarterWave[mirror - 1]! * line[k]!;
    const b = quarterWave[k - 1]! * line[k]! - quarterWave[mirror - 1]! * line[mirror]!;
    line[k] = 0.5 * (a + b);
    line[mirror] = 0.5 * (a - b);
  }
  line[size / 2]! *= quarterWave[size / 2 - 1]!;
}

/** From half-complex order to real values; 32 = 2 · 4 · 4, in that order. */
function inverseRealFft32(line: Float64Array): void {
  radix2(16, line, scratch, twiddles2);
  radix4(4, 2, scratch, line, twiddles4);
  radix4(1, 8, line, scratch, noTwiddles);
  line.set(scratch);
}

/** The first pass, so of one group: [2, span] to [span, 2]. */
function radix2(span: number, from: Float64Array, to: Float64Array, twiddles: Float64Array): void {
  const end = 2 * span - 1;
  to[0] = from[0]! + from[end]!;
  to[span] = from[0]! - from[end]!;
  to[span - 1] = 2 * from[span - 1]!;
  to[2 * span - 1] = -2 * from[span]!;
  for (let i = 2; i < span; i += 2) {
    const mirror = span - i + span;
    to[i - 1] = from[i - 1]! + from[mirror - 1]!;
    const real = from[i - 1]! - from[mirror - 1]!;
    const imaginary = from[i]! + from[mirror]!;
    to[i] = from[i]! - from[mirror]!;
    const cos = twiddles[i - 2]!;
    const sin = twiddles[i - 1]!;
    to[span + i] = cos * imaginary + sin * real;
    to[span + i - 1] = cos * real - sin * imaginary;
  }
}

/** `groups` groups of four rows of `span` values each. */
function radix4(
  span: number,
  groups: number,
  from: Float64Array,
  to: Float64Array,
  twiddles: Float64Array,
): void {
  const out = span * groups;
  for (let k = 0; k < groups; k++) {
    const a = 4 * span * k;
    const b = a + span;
    const c = b + span;
    const d = c + span;
    const o = span * k;
    radix4Edge(span, from, a, to, o, out);
    if (span % 2 === 0) radix4Middle(span, from, a, to, o, out);
    for (let i = 2; i < span; i += 2) {
      const m = span - i;
      const tr2 = from[a + i - 1]! + from[d + m - 1]!;
      const tr1 = from[a + i - 1]! - from[d + m - 1]!;
      const ti1 = from[a + i]! + from[d + m]!;
      const ti2 = from[a + i]! - from[d + m]!;
      const tr4 = from[c + i]! + from[b + m]!;
      const ti3 = from[c + i]! - from[b + m]!;
      const tr3 = from[c + i - 1]! + from[b + m - 1]!;
      const ti4 = from[c + i - 1]! - from[b + m - 1]!;
      to[o + i - 1] = tr2 + tr3;
      to[o + i] = ti2 + ti3;
      rotate(to, o + out + i, twiddles, i, ti1 + ti4, tr1 - tr4);
      rotate(to, o + 2 * out + i, twiddles, span - 1 + i, ti2 - ti3, tr2 - tr3);
      rotate(to, o + 3 * out + i, twiddles, 2 * (span - 1) + i, ti1 - ti4, tr1 + tr4);
    }
  }
}

function radix4Edge(
  span: number,
  from: Float64Array,
  a: number,
  to: Float64Array,
  o: number,
  out: number,
): void {
  const last = from[a + 4 * span - 1]!;
  const tr2 = from[a]! + last;
  const tr1 = from[a]! - last;
  const tr3 = 2 * from[a + 2 * span - 1]!;
  const tr4 = 2 * from[a + 2 * span]!;
  to[o] = tr2 + tr3;
  to[o + out] = tr1 - tr4;
  to[o + 2 * out] = tr2 - tr3;
  to[o + 3 * out] = tr1 + tr4;
}

function radix4Middle(
  span: number,
  from: Float64Array,
  a: number,
  to: Float64Array,
  o: number,
  out: number,
): void {
  const ti1 = from[a + 3 * span]! + from[a + span]!;
  const ti2 = from[a + 3 * span]! - from[a + span]!;
  const tr2 = from[a + span - 1]! + from[a + 3 * span - 1]!;
  const tr1 = from[a + span - 1]! - from[a + 3 * span - 1]!;
  const at = o + span - 1;
  to[at] = tr2 + tr2;
  to[at + out] = Math.SQRT2 * (tr1 - ti1);
  to[at + 2 * out] = ti2 + ti2;
  to[at + 3 * out] = -Math.SQRT2 * (tr1 + ti1);
}

function rotate(
  to: Float64Array,
  at: number,
  twiddles: Float64Array,
  i: number,
  imaginary: number,
  real: number,
): void {
  const cos = twiddles[i - 2]!;
  const sin = twiddles[i - 1]!;
  to[at] = cos * imaginary + sin * real;
  to[at - 1] = cos * real - sin * imaginary;
}

type Rotation = readonly [cos: number, sin: number];

/** pocketfft's e^(2πi·index/n): the product of a coarse and a fine rotation, each from an angle below π/4. */
function rootsOfUnity(n: number): (index: number) => Rotation {
  const nodes = Math.floor((n + 2) / 2);
  let shift = 1;
  while (4 ** shift < nodes) shift++;
  const fine = 2 ** shift;
  return (index) => {
    const half = 2 * index <= n ? index : n - index;
    const [c1, s1] = octant(half % fine, n);
    const [c2, s2] = octant(half - (half % fine), n);
    const sin = c1 * s2 + s1 * c2;
    return [c1 * c2 - s1 * s2, 2 * index <= n ? sin : -sin];
  };
}

/** e^(2πi·index/n) for an index in the first half of the circle. */
function octant(index: number, n: number): Rotation {
  const step = (0.25 * Math.PI) / n;
  const x = 8 * index;
  if (x < n) return [Math.cos(x * step), Math.sin(x * step)];
  if (x < 2 * n) return [Math.sin((2 * n - x) * step), Math.cos((2 * n - x) * step)];
  if (x < 3 * n) return [-Math.sin((x - 2 * n) * step), Math.cos((x - 2 * n) * step)];
  return [-Math.cos((4 * n - x) * step), Math.sin((4 * n - x) * step)];
}

function twiddlesOf(factor: number, groups: number): Float64Array {
  const span = size / (factor * groups);
  const root = rootsOfUnity(size);
  const twiddles = new Float64Array((factor - 1) * (span - 1));
  for (let j = 1; j < factor; j++)
    for (let i = 1; i <= (span - 1) / 2; i++)
      twiddles.set(root(j * groups * i), (j - 1) * (span - 1) + 2 * i - 2);
  return twiddles;
}

const noTwiddles = new Float64Array(0);
const twiddles2 = twiddlesOf(2, 1);
const twiddles4 = twiddlesOf(4, 2);
const quarterRoot = rootsOfUnity(4 * size);
/** cos(π(i + 1)/64) */
const quarterWave = Float64Array.from({ length: size }, (_, i) => quarterRoot(i + 1)[0]);
