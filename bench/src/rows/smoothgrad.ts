import { ours } from '../sides/ours.ts';
import { pytorch } from '../sides/pytorch.ts';
import { type Row, twoThreads } from './row.ts';
import { smallImages } from './small-images.ts';

const values = { architecture: 'resnet20', images: 16, copies: 10, ...smallImages };

export const smoothgrad: Row = {
  name: 'smoothgrad',
  group: 'smoothgrad',
  work: `ResNet-20: SmoothGrad over ${values.copies} noisy copies of ${values.images} images`,
  goal: 1,
  rounds: 20,
  threads: twoThreads,
  images: values.images,
  ours: ours('smoothgrad', values),
  peer: pytorch('smoothgrad', { ...values, batch: 40, deviation: 1, channelsLast: false }),
};
