import type { Pass } from '../networks/pass.ts';

/** A pass that counts its convolutions. */
export function countingPass(pass: Pass): Pass & { convolutions: number } {
  return {
    ...pass,
    convolutions: 0,
    convolve(...args) {
      this.convolutions++;
      return pass.convolve(...args);
    },
    convolveAndNormalize(...args) {
      this.convolutions++;
      return pass.convolveAndNormalize(...args);
    },
  };
}
