import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { fourierBasis, halfSpectrum, inverseRealDft } from './fourier-basis.ts';
import { correlateColors, fourierImage, spectrumScale } from './fourier-image.ts';

beforeAll(() => startRuntime('cpu'));

const normals = (shape: [number, number, number]): tf.Tensor3D => {
  const random = createRandom('fourier', ...shape);
  return tf.tensor3d(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, random.normal), shape);
};

/** Σ over the full spectrum of e^{+2πi(ux/n + vy/n)} / n, whose missing half is the conjugate of the given one. */
function directSum(spectrum: Float32Array, size: number): number[] {
  const half = halfSpectrum(size);
  const at = (v: number, u: number): [re: number, im: number] => [
    spectrum[v * half + u]!,
    spectrum[(size + v) * half + u]!,
  ];
  /** The imaginary parts of a column that is its own conjugate don't count: their rows are averaged. */
  const full = (v: number, u: number): [number, number] => {
    const [re, im] = u < half ? at(v, u) : at((size - v) % size, size - u);
    const conjugate = u < half ? 1 : -1;
    if (u !== 0 && 2 * u !== size) return [re, conjugate * im];
    const [re2, im2] = at((size - v) % size, u);
    return [(re + re2) / 2, (im - im2) / 2];
  };
  return Array.from({ length: size * size }, (_, pixel) => {
    const [y, x] = [Math.floor(pixel / size), pixel % size];
    let sum = 0;
    for (let v = 0; v < size; v++)
      for (let u = 0; u < size; u++) {
        const [re, im] = full(v, u);
        const angle = (2 * Math.PI * (u * x + v * y)) / size;
        sum += re * Math.cos(angle) - im * Math.sin(angle);
      }
    return sum / size;
  });
}

describe('the inverse real DFT', () => {
  it.each([4, 5, 6, 9])('of %i × %i pixels is the sum of its waves', (size) => {
    const spectra = normals([2, 2 * size, halfSpectrum(size)]);
    const pictures = inverseRealDft(spectra, fourierBasis(size));
    expect(pictures.shape).toEqual([2, size, size]);
    const [first, second] = [0, 1].map((picture) =>
      directSum(tf.gather(spectra, [picture]).dataSync() as Float32Array, size),
    );
    pictures.dataSync().forEach((value, pixel) => {
      expect(value).toBeCloseTo([...first!, ...second!][pixel]!, 5);
    });
  });
});

describe('a Fourier image', () => {
  it('scales a spectrum of 4 × 4 pixels by 1 / frequency', () => {
    const middle = [4, 2.828427, 1.788854];
    const rows = [4, 4, 2, ...middle, 2, 1.788854, Math.SQRT2, ...middle];
    const wanted = [...rows, ...rows];
    spectrumScale(4)
      .dataSync()
      .forEach((value, index) => {
        expect(value).toBeCloseTo(wanted[index]!, 6);
      });
  });

  it('mixes colours as Lucid does: (1, 0.5, −0.5) becomes (0.654436, 0.654436, 0.611731)', () => {
    const pixel = tf.sigmoid(correlateColors(tf.tensor4d([1, 0.5, -0.5], [1, 1, 1, 3])));
    const [red, green, blue] = pixel.dataSync();
    expect(red).toBeCloseTo(0.654436, 6);
    expect(green).toBeCloseTo(0.654436, 6);
    expect(blue).toBeCloseTo(0.611731, 6);
  });

  it('of one channel is the sigmoid of a quarter of its waves', () => {
    const image = fourierImage(6, 1);
    const spectrum = normals([1, 12, 4]);
    const waves = directSum(tf.mul(spectrum, spectrumScale(6)).dataSync() as Float32Array, 6);
    image
      .toImages(spectrum, image.constants())
      .dataSync()
      .forEach((value, pixel) => {
        expect(value).toBeCloseTo(1 / (1 + Math.exp(-waves[pixel]! / 4)), 5);
      });
  });

  it('of three channels keeps pictures and channels apart', () => {
    const image = fourierImage(5, 3);
    const spectra = normals(image.shape(2));
    const images = image.toImages(spectra, image.constants());
    expect(images.shape).toEqual([2, 5, 5, 3]);
    const second = image.toImages(tf.slice(spectra, [3, 0, 0], [3, 10, 3]), image.constants());
    expect([...second.dataSync()]).toEqual([...tf.slice(images, [1, 0, 0, 0]).dataSync()]);
  });

  it('starts with a deviation of 0.01, near grey', () => {
    const start = fourierImage(32, 3).start(createRandom('start'));
    const square = start.reduce((sum, value) => sum + value ** 2, 0) / start.length;
    expect(Math.sqrt(square)).toBeCloseTo(0.01, 3.5);
    expect(start).toHaveLength(3 * 64 * 17);
  });
});
