import type { Lowerings } from './lowering.ts';

/** In one model there are ONNX Runtime's operators alone. */
export const ownKernels = {
  ownKernel: ({ attributes: { otherwise } }, lowering) => lowering.home(otherwise),
} satisfies Partial<Lowerings>;
