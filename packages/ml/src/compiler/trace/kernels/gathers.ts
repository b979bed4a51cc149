import type * as tf from '@tensorflow/tfjs';
import { cast } from '../../graph/cast.ts';
import { gather, segmentSum } from '../../graph/gather.ts';
import type { DType } from '../../graph/node.ts';
import type { Kernels } from './kernel.ts';
import { parseAxes } from './parse-axes.ts';

/** Kernels that pick or place by index. */
export const gatherKernels: Kernels = {
  GatherV2({ graph, input, attributes }) {
    const { axis, batchDims } = attributes<tf.GatherV2Attrs>();
    if (batchDims) throw new Error(`A gather with batchDims of ${batchDims} can't be traced`);
    const [along] = parseAxes(axis, input('x').shape);
    return gather(graph, input('x'), input('indices'), along!);
  },
  UnsortedSegmentSum({ graph, input, attributes }) {
    const { numSegments } = attributes<tf.UnsortedSegmentSumAttrs>();
    return segmentSum(graph, input('x'), input('segmentIds'), numSegments);
  },
  OneHot({ graph, input, attributes }) {
    const { depth, onValue, offValue, dtype } = attributes<tf.OneHotAttrs>();
    const indices = cast(graph, input('indices'), 'int32');
    const values = { depth, on: onValue, off: offValue };
    return graph.create('oneHot', [indices], values, [...indices.shape, depth], dtype as DType);
  },
};
