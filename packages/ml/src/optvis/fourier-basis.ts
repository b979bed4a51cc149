import * as tf from '@tensorflow/tfjs';

/** The constant matrices of an orthonormal inverse real DFT of size × size pixels. */
export type FourierBasis = {
  /** [2·size, 2·size]: the complex inverse DFT along a column, real parts above imaginary ones. */
  columns: tf.Tensor2D;
  /** [2·(size/2 + 1), size]: the inverse of a half spectrum along a row. */
  rows: tf.Tensor2D;
};

/** Frequencies that a real row of `size` pixels needs. */
export function halfSpectrum(size: number): number {
  return Math.floor(size / 2) + 1;
}

/**
 * The inverse real DFT as two products with real matrices, since tfjs has no gradient for irfft.
 * Of the half spectrum each frequency counts twice, but for the first and, at an even size, the last.
 */
export function fourierBasis(size: number): FourierBasis {
  const half = halfSpectrum(size);
  const scale = 1 / Math.sqrt(size);
  const angle = (a: number, b: number) => (2 * Math.PI * ((a * b) % size)) / size;
  const columns = matrix(2 * size, 2 * size, (row, column) => {
    const turn = angle(row % size, column % size);
    if (row < size === column < size) return scale * Math.cos(turn);
    return row < size ? -scale * Math.sin(turn) : scale * Math.sin(turn);
  });
  const rows = matrix(2 * half, size, (row, x) => {
    const frequency = row % half;
    const weight = frequency === 0 || 2 * frequency === size ? scale : 2 * scale;
    const turn = angle(frequency, x);
    return row < half ? weight * Math.cos(turn) : -weight * Math.sin(turn);
  });
  return { columns, rows };
}

function matrix(height: number, width: number, at: (row: number, column: number) => number): tf.Tensor2D {
  const values = Float32Array.from({ length: height * width }, (_, index) =>
    at(Math.floor(index / width), index % width),
  );
  return tf.tensor2d(values, [height, width]);
}

/** [pictures, 2·size, half] (real rows above imaginary ones) → [pictures, size, size] */
export function inverseRealDft(spectrum: tf.Tensor3D, { columns, rows }: FourierBasis): tf.Tensor3D {
  const [pictures, doubleSize, half] = spectrum.shape;
  const size = doubleSize / 2;
  const columnsFirst = tf.reshape(tf.transpose(spectrum, [1, 0, 2]), [doubleSize, pictures * half]);
  const alongColumns = tf.matMul(columns, columnsFirst);
  const parts = tf.reshape(alongColumns, [2, size, pictures, half]);
  const byRow = tf.reshape(tf.transpose(parts, [2, 1, 0, 3]), [pictures * size, 2 * half]);
  return tf.reshape(tf.matMul(byRow, rows), [pictures, size, size]);
}
