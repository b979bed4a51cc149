import { ours } from '../sides/ours.ts';
import { pytorch } from '../sides/pytorch.ts';
import type { Row } from './row.ts';
import { smallImages, tuningRates } from './small-images.ts';

const values = {
  architecture: 'resnet20',
  batch: 64,
  ...smallImages,
  rates: tuningRates,
  children: 4,
  steps: 4,
};

export const tuneFamily: Row = {
  name: 'tune-family',
  group: 'tune-family',
  work: `${values.children} children of ResNet-20, ${values.steps} masked steps of batch ${values.batch} each`,
  goal: 1,
  rounds: 6,
  threads: (cores) => cores,
  images: values.children * values.steps * values.batch,
  ours: ours('tune-family', values),
  peer: pytorch('tune_family', { ...values, sparsity: 0.5, channelsLast: false }),
};
