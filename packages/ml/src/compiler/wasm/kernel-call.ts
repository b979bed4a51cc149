/** A function that a module of ours exports, with what it is called with. */
export interface KernelCall {
  /** The name of its .wasm file. */
  module: 'max-pool' | 'resample';
  kernel: 'maxPool' | 'maxPoolGradient' | 'resample';
  values: readonly number[];
}
