import { z } from 'zod';

export const maxSeed = 2 ** 31 - 1;

/** Every random draw follows from it. */
export const seed = z.number().int().min(0).max(maxSeed);

export const learningRate = z.number().gt(0).max(10);

/** Passes over the training images; a part of one takes that share of its batches. */
export const epochs = z.number().gt(0).max(1000);

/** The same, or none at all. */
export const epochsOrNone = z.number().min(0).max(1000);

/** A file among the weights that workers have; no path. */
export const weightsFile = z.string().regex(/^\w[\w.-]{0,99}\.safetensors$/, {
  error: 'must be the name of a .safetensors file, without a folder',
});

/** Above 0 and below 1. */
export const share = z.number().gt(0).lt(1);

/** Models that a method makes. */
export const members = z.number().int().min(1).max(64);
