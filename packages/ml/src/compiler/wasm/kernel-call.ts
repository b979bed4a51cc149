/** A function that `max-pool.wat` exports, with what it is called with. */
export interface KernelCall {
  kernel: 'maxPool' | 'maxPoolGradient';
  values: readonly number[];
}
