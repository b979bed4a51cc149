/** The five perceptual hashes, in the order of the paper's Fig. 3. */
export const hashNames = ['average', 'perceptual', 'difference', 'wavelet', 'color'] as const;
