import { Tensor } from 'onnxruntime-node';

/** @param {import('./messages.ts').Values} values */
export function tensorOf({ type, data, dims }) {
  return new Tensor(type, /** @type {Float32Array} */ (data), dims);
}
