import { ours } from '../sides/ours.ts';
import { pytorch } from '../sides/pytorch.ts';
import { type Row, twoThreads } from './row.ts';
import { smallImages, tuningRates } from './small-images.ts';

const values = { architecture: 'wrn-16-4', batch: 32, ...smallImages, rates: tuningRates };

export const trainWide: Row = {
  name: 'train-wide',
  group: 'train-wide',
  work: 'WRN-16-4, batch 32: a masked step of SGD with Nesterov momentum',
  goal: 1.15,
  rounds: 12,
  threads: twoThreads,
  images: values.batch,
  ours: ours('train', values),
  peer: pytorch('train', { ...values, sparsity: 0.5, channelsLast: false }),
};
