import type { backend_util } from '@tensorflow/tfjs';

/** Sizes, strides and padding of a 2-D convolution, as tfjs computes them from shapes. */
export type Convolution = backend_util.Conv2DInfo;

/** Zeros before and after each axis of a convolution's input. */
export type ExplicitPadding = backend_util.ExplicitPadding;
