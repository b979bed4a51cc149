/** The five hashes and their lengths in bits. */
export const hashLengths = { average: 64, perceptual: 64, difference: 64, wavelet: 64, color: 42 } as const;

export type HashName = keyof typeof hashLengths;

export const hashNames = Object.keys(hashLengths) as HashName[];
