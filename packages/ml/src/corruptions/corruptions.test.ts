import { describe, expect, it } from 'vitest';
import { selectImages } from '../datasets/dataset.ts';
import { createRandom } from '../random/random.ts';
import { corruptImages, corruptSet } from './corrupt-images.ts';
import { poissonOfBytes } from './poisson-of-bytes.ts';
import { corruptions } from './registry.ts';

const rgb = { height: 32, width: 32, channels: 3 };
const size = 32 * 32 * 3;
const count = 20;
/** Pictures with edges, slopes and colours, neither black nor white. */
const pictures = Uint8Array.from({ length: count * size }, (_, i) => {
  const [picture, y, x, channel] = [
    Math.floor(i / size),
    Math.floor(i / 96) % 32,
    Math.floor(i / 3) % 32,
    i % 3,
  ];
  const slope = Math.sin((x + picture) / 3 + channel) + Math.cos((y * (1 + picture)) / 9);
  const edge = (x + y * (picture % 3)) % 11 < 5 ? 25 : -25;
  return 110 + 30 * slope + edge;
});
const names = [...corruptions.keys()];
const corrupted = (corruption: string, severity: number, seed = 1) =>
  corruptImages(pictures, rgb, { corruption, severity, seed });
const squaredError = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte, i) => sum + (byte - pictures[i]!) ** 2, 0) / bytes.length;

describe.each(names)('the corruption %s', (name) => {
  it('spoils more from severity to severity', () => {
    const errors = [1, 2, 3, 4, 5].map((severity) => squaredError(corrupted(name, severity)));
    expect(errors[0]).toBeGreaterThan(0);
    errors.slice(1).forEach((error, index) => {
      expect(error).toBeGreaterThan(errors[index]!);
    });
  });

  it('does to a picture what its place and seed say, in whatever batch', () => {
    const whole = corrupted(name, 3);
    expect(corrupted(name, 3)).toEqual(whole);
    const recipe = { corruption: name, severity: 3, seed: 1 };
    expect(corruptImages(pictures.subarray(7 * size, 9 * size), rgb, recipe, 7)).toEqual(
      whole.subarray(7 * size, 9 * size),
    );
  });

  it('does the same to a set in memory as to one that is read when it is wanted', () => {
    const recipe = { corruption: name, severity: 2, seed: 1 };
    const set = { images: pictures, labels: new Uint8Array(count), count };
    const stored = {
      ...set,
      images: undefined,
      read: (places: Uint32Array) => selectImages(set, places).images,
    };
    const wanted = Uint32Array.of(4, 19, 0);
    const whole = corruptSet(set, rgb, recipe);
    expect(selectImages(corruptSet(stored, rgb, recipe), wanted)).toEqual(selectImages(whole, wanted));
    expect(selectImages(whole, Uint32Array.of(4)).images).toEqual(
      corrupted(name, 2).subarray(4 * size, 5 * size),
    );
  });

  it('leaves its input as it was, and takes grey pictures too', () => {
    const before = pictures.slice();
    const recipe = { corruption: name, severity: 5, seed: 1 };
    const grey = corruptImages(pictures, { height: 32, width: 32, channels: 1 }, recipe);
    expect(grey).toHaveLength(pictures.length);
    expect(pictures).toEqual(before);
  });
});

describe('noise', () => {
  const noises = names.filter((name) => corruptions.get(name)!.group === 'noise');
  const grey = (value: number) => new Uint8Array(100 * 1000).fill(value);
  const shape = { height: 100, width: 1000, channels: 1 };

  it.each(noises)('of %s is another for another seed, and for each picture', (name) => {
    expect(corrupted(name, 3, 2)).not.toEqual(corrupted(name, 3));
    const twice = new Uint8Array(2 * size).fill(128);
    const [a, b] = [0, 1].map((place) =>
      corruptImages(twice, rgb, { corruption: name, severity: 3, seed: 1 }).subarray(
        place * size,
        (place + 1) * size,
      ),
    );
    expect(a).not.toEqual(b);
  });

  const spread = (name: string, severity: number, value: number) => {
    const bytes = corruptImages(grey(value), shape, { corruption: name, severity, seed: 1 });
    const mean = bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length;
    const variance = bytes.reduce((sum, byte) => sum + (byte - mean) ** 2, 0) / bytes.length;
    return { mean, deviation: Math.sqrt(variance), bytes };
  };

  it('is Gaussian of the deviation of CIFAR-C; cutting off takes half a level', () => {
    const { mean, deviation } = spread('gaussian-noise', 4, 128);
    expect(mean).toBeCloseTo(127.5, 0);
    expect(deviation / 255).toBeCloseTo(0.09, 2.5);
  });

  it('of shots has a variance that grows with the light; a photon is 5.1 levels, of which 0.45 are cut off', () => {
    for (const value of [40, 100, 150]) {
      const { mean, deviation } = spread('shot-noise', 5, value);
      expect(Math.abs(mean - (value - 0.45))).toBeLessThan((4 * deviation) / Math.sqrt(100_000));
      expect(deviation / (255 * Math.sqrt(value / 255 / 50))).toBeCloseTo(1, 1.5);
    }
    expect(spread('shot-noise', 5, 0).deviation).toBe(0);
  });

  it('of impulses makes a share of values black or white, as often, and leaves the rest', () => {
    const { bytes } = spread('impulse-noise', 5, 128);
    const share = (value: number) => bytes.filter((byte) => byte === value).length / bytes.length;
    expect(share(0)).toBeCloseTo(0.035, 2);
    expect(share(255)).toBeCloseTo(0.035, 2);
    expect(share(0) + share(128) + share(255)).toBeCloseTo(1, 12);
  });
});

describe('Poisson numbers', () => {
  it.each([
    [1, 3],
    [25, 50],
    [255, 500],
  ])('for the byte %i of scale %i have its mean and variance', (byte, scale) => {
    const draw = poissonOfBytes(scale);
    const { uniform } = createRandom('poisson', byte);
    const mean = (byte / 255) * scale;
    const draws = Array.from({ length: 40_000 }, () => draw(byte, uniform()));
    const measured = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
    expect(Math.abs(measured - mean)).toBeLessThan(4 * Math.sqrt(mean / draws.length));
    expect(Math.abs(variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean ** 2) / draws.length));
  });

  it('follow the cumulative probabilities, with both ends', () => {
    const draw = poissonOfBytes(255);
    const below = Math.exp(-1);
    expect(
      [0, below - 1e-9, below + 1e-9, 2 * below - 1e-9, 2 * below + 1e-9].map((u) => draw(1, u)),
    ).toEqual([0, 0, 1, 1, 2]);
    expect(draw(0, 0.999)).toBe(0);
    expect(draw(1, 1 - 2 ** -32)).toBeLessThan(20);
  });
});

describe('contrast', () => {
  it.each([
    [1, [25, 100, 175, 100]],
    [2, [50, 100, 150, 100]],
    [3, [60, 100, 140, 100]],
    [4, [70, 100, 130, 100]],
    [5, [85, 100, 115, 100]],
  ])('of severity %i draws 0, 100, 200 and 100 towards their mean: %j', (severity, wanted) => {
    const recipe = { corruption: 'contrast', severity, seed: 1 };
    expect([
      ...corruptImages(Uint8Array.of(0, 100, 200, 100), { height: 2, width: 2, channels: 1 }, recipe),
    ]).toEqual(wanted);
  });

  it('has a mean a channel', () => {
    const recipe = { corruption: 'contrast', severity: 2, seed: 1 };
    const pixels = Uint8Array.of(0, 200, 50, 100, 100, 50);
    expect([...corruptImages(pixels, { height: 1, width: 2, channels: 3 }, recipe)]).toEqual([
      25, 175, 50, 75, 125, 50,
    ]);
  });
});

describe('brightness', () => {
  it('adds to the largest value of a pixel, and raises the others in proportion up to white', () => {
    const pixels = Uint8Array.of(100, 50, 0, 0, 0, 0, 240, 120, 240);
    const recipe = { corruption: 'brightness', severity: 4, seed: 1 };
    expect([...corruptImages(pixels, { height: 1, width: 3, channels: 3 }, recipe)]).toEqual([
      151, 75, 0, 51, 51, 51, 255, 127, 255,
    ]);
  });
});

describe('a blur', () => {
  const shape = { height: 6, width: 7, channels: 1 };
  const picture = Uint8Array.from({ length: 42 }, (_, i) => {
    const [y, x] = [Math.floor(i / 7), i % 7];
    return (37 * y * y + 91 * x + 53 * x * y) % 256;
  });

  // SciPy 1.17's gaussian_filter (nearest, truncate 4) and correlate (mirror), then NumPy's uint8.
  it.each([
    ['gaussian-blur', 1, [5, 94, 167, 34, 108, 190, 44, 45, 164, 81, 196, 113, 227, 130]],
    ['gaussian-blur', 5, [47, 90, 111, 109, 123, 130, 96, 74, 97, 114, 127, 137, 134, 106]],
    ['defocus-blur', 1, [10, 97, 164, 41, 108, 192, 54, 50, 164, 81, 196, 113, 227, 134]],
    ['defocus-blur', 4, [51, 126, 85, 146, 105, 166, 139, 109, 93, 134, 125, 166, 157, 141]],
    ['defocus-blur', 5, [108, 94, 135, 119, 160, 144, 186, 100, 91, 122, 123, 154, 127, 147]],
  ])('is for %s at severity %i what SciPy gives for the first two rows', (corruption, severity, wanted) => {
    const blurred = corruptImages(picture, shape, { corruption, severity, seed: 1 });
    expect([...blurred.subarray(0, 14)]).toEqual(wanted);
  });

  it.each(['gaussian-blur', 'defocus-blur'])(
    'by %s leaves an even picture as it is, one pixel too',
    (corruption) => {
      for (const [height, width] of [
        [5, 4],
        [1, 1],
      ] as const) {
        const even = new Uint8Array(height * width * 3).fill(100);
        const recipe = { corruption, severity: 5, seed: 1 };
        expect(corruptImages(even, { height, width, channels: 3 }, recipe)).toEqual(even);
      }
    },
  );
});

describe('a recipe', () => {
  it.each([
    [{ corruption: 'fog' }, 'Unknown corruption "fog": known are gaussian-noise, shot-noise,'],
    [{ severity: 0 }, 'Severity 0 came; it must be a whole number from 1 to 5.'],
    [{ severity: 2.5 }, 'Severity 2.5 came'],
  ])('of %j is refused', (values, message) => {
    const recipe = { corruption: 'contrast', severity: 1, seed: 1, ...values };
    expect(() => corruptImages(pictures, rgb, recipe)).toThrow(message);
  });

  it('needs whole pictures', () => {
    const recipe = { corruption: 'contrast', severity: 1, seed: 1 };
    expect(() => corruptImages(new Uint8Array(100), rgb, recipe)).toThrow(
      '100 bytes came; whole pictures of [32, 32, 3] have a multiple of 3072.',
    );
    expect(() => corruptImages(pictures, { ...rgb, width: 0 }, recipe)).toThrow(
      'Pictures of [32, 0, 3] came',
    );
  });
});
