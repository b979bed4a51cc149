import type { Attributes, Node } from '../../graph/node.ts';
import type { Kernels } from './kernel.ts';

/** Not tfjs's: see withOwnKernel. */
export const ownKernels: Kernels = {
  OwnKernel({ graph, list, attributes }) {
    const [otherwise, ...operands] = list() as [Node, ...Node[]];
    const { kernel } = attributes<Attributes['ownKernel']>();
    return graph.create('ownKernel', operands, { kernel, otherwise }, otherwise.shape, otherwise.dtype);
  },
};
