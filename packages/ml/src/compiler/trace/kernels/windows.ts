import * as tf from '@tensorflow/tfjs';
import type { Window } from '../../graph/node.ts';
import type { Shape } from '../../graph/shape.ts';

type Shape4 = [number, number, number, number];

/** A window and the shape of what comes out. */
export interface Geometry {
  window: Window;
  shape: Shape;
}

type ConvolutionAttributes = Pick<tf.Conv2DAttrs, 'strides' | 'pad' | 'dimRoundingMode'> &
  Partial<Pick<tf.Conv2DAttrs, 'dataFormat' | 'dilations'>>;

/** Of a convolution, by tfjs's rules. */
export const convolutionGeometry = (x: Shape, filter: Shape, attributes: ConvolutionAttributes): Geometry =>
  geometryOfConvolution(x, filter, attributes, false);

/** Of a convolution that keeps channels apart. */
export const depthwiseGeometry = (x: Shape, filter: Shape, attributes: ConvolutionAttributes): Geometry =>
  geometryOfConvolution(x, filter, attributes, true);

function geometryOfConvolution(
  x: Shape,
  filter: Shape,
  attributes: ConvolutionAttributes,
  depthwise: boolean,
): Geometry {
  const { strides, pad, dataFormat, dilations = 1, dimRoundingMode } = attributes;
  if (dataFormat === 'NCHW') throw new Error('a convolution takes images in NHWC, not NCHW');
  return geometryOf(
    tf.backend_util.computeConv2DInfo(
      x as Shape4,
      filter as Shape4,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      depthwise,
    ),
  );
}

/** Of a pool, by tfjs's rules. */
export function poolGeometry(x: Shape, attributes: tf.MaxPoolAttrs | tf.AvgPoolAttrs): Geometry {
  const { filterSize, strides, pad, dimRoundingMode } = attributes;
  return geometryOf(
    tf.backend_util.computePool2DInfo(x as Shape4, filterSize, strides, 1, pad, dimRoundingMode),
  );
}

function geometryOf(info: tf.backend_util.Conv2DInfo): Geometry {
  const { padInfo } = info;
  const down = lengthUsed(info.outHeight, info.strideHeight, info.effectiveFilterHeight);
  const across = lengthUsed(info.outWidth, info.strideWidth, info.effectiveFilterWidth);
  return {
    window: {
      kernel: [info.filterHeight, info.filterWidth],
      strides: [info.strideHeight, info.strideWidth],
      dilations: [info.dilationHeight, info.dilationWidth],
      pads: [
        padInfo.top,
        padInfo.left,
        Math.max(padInfo.bottom, down - info.inHeight - padInfo.top),
        Math.max(padInfo.right, across - info.inWidth - padInfo.left),
      ],
    },
    shape: info.outShape,
  };
}

/** Cells from the first window's begin to the last one's end, which lies outside where tfjs rounded the size up. */
const lengthUsed = (windows: number, stride: number, extent: number): number =>
  (windows - 1) * stride + extent;
