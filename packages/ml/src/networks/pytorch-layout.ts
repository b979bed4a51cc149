import type { TensorSpec } from '../architectures/architecture.ts';

type Values = Float32Array | Uint8Array;

/** The order of our axes in PyTorch's tensor: a filter is [height, width, in, out] here and [out, in, height, width] there. */
const pytorchAxes: Partial<Record<TensorSpec['role'], number[]>> = {
  convolution: [3, 2, 0, 1],
  linear: [1, 0],
};

/** The shape that PyTorch gives the tensor. */
export function pytorchShape({ role, shape }: TensorSpec): number[] {
  return (pytorchAxes[role] ?? shape.map((_, axis) => axis)).map((axis) => shape[axis]!);
}

/** Values in our layout → in PyTorch's. */
export function toPyTorchLayout<T extends Values>(values: T, spec: TensorSpec): T {
  return permuted(values, spec, (out, ours, theirs) => {
    out[theirs] = values[ours]!;
  });
}

/** Values in PyTorch's layout → in ours. */
export function fromPyTorchLayout<T extends Values>(values: T, spec: TensorSpec): T {
  return permuted(values, spec, (out, ours, theirs) => {
    out[ours] = values[theirs]!;
  });
}

function permuted<T extends Values>(
  values: T,
  spec: TensorSpec,
  place: (out: T, ours: number, theirs: number) => void,
): T {
  const out = values.slice() as T;
  const axes = pytorchAxes[spec.role];
  if (!axes) return out;
  const strideOf = stridesOurs(spec, axes);
  for (let ours = 0; ours < values.length; ours++) place(out, ours, theirIndex(ours, spec.shape, strideOf));
  return out;
}

/** For each of our axes, how far one step along it leads in PyTorch's tensor. */
function stridesOurs(spec: TensorSpec, axes: number[]): number[] {
  const strides = new Array<number>(axes.length);
  let stride = 1;
  for (const axis of axes.toReversed()) {
    strides[axis] = stride;
    stride *= spec.shape[axis]!;
  }
  return strides;
}

function theirIndex(ours: number, shape: number[], strides: number[]): number {
  let rest = ours;
  let index = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index += (rest % shape[axis]!) * strides[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return index;
}
