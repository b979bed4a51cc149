import { ours } from '../sides/ours.ts';
import { pytorch } from '../sides/pytorch.ts';
import { type Row, twoThreads } from './row.ts';
import { smallImages, tuningRates } from './small-images.ts';

const values = { architecture: 'resnet20', batch: 64, ...smallImages, rates: tuningRates };

export const trainStep: Row = {
  name: 'train-step',
  group: 'train-step',
  work: 'ResNet-20, batch 64: a masked step of SGD with Nesterov momentum',
  goal: 1.15,
  rounds: 20,
  threads: twoThreads,
  images: values.batch,
  ours: ours('train', values),
  peer: pytorch('train', { ...values, sparsity: 0.5, channelsLast: false }),
};
