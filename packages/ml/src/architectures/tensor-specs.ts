import type { TensorSpec } from './architecture.ts';

/** A square convolution without bias. */
export function convolution(name: string, size: number, channelsIn: number, channelsOut: number): TensorSpec {
  return {
    name: `${name}.weight`,
    role: 'convolution',
    shape: [size, size, channelsIn, channelsOut],
    prunable: true,
  };
}

/** A square convolution with a bias a channel. */
export function biasedConvolution(
  name: string,
  size: number,
  channelsIn: number,
  channelsOut: number,
): TensorSpec[] {
  return [
    convolution(name, size, channelsIn, channelsOut),
    { name: `${name}.bias`, role: 'bias', shape: [channelsOut], prunable: false },
  ];
}

export function batchNorm(name: string, channels: number): TensorSpec[] {
  const shape = [channels];
  return [
    { name: `${name}.weight`, role: 'scale', shape, prunable: false },
    { name: `${name}.bias`, role: 'shift', shape, prunable: false },
    { name: `${name}.running_mean`, role: 'mean', shape, prunable: false },
    { name: `${name}.running_var`, role: 'variance', shape, prunable: false },
  ];
}

/** The classifier: the one linear layer that is never pruned. */
export function classifier(name: string, channelsIn: number, classes: number): TensorSpec[] {
  return [
    { name: `${name}.weight`, role: 'linear', shape: [channelsIn, classes], prunable: false },
    { name: `${name}.bias`, role: 'bias', shape: [classes], prunable: false },
  ];
}
