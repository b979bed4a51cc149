import { ours } from '../sides/ours.ts';
import { pytorch } from '../sides/pytorch.ts';
import { type Row, twoThreads } from './row.ts';
import { smallImages } from './small-images.ts';

const values = { architecture: 'resnet20', images: 10_000, ...smallImages };

export const evaluate: Row = {
  name: 'evaluate',
  group: 'evaluate',
  work: `ResNet-20: logits of ${values.images.toLocaleString('en')} images`,
  goal: 1,
  rounds: 4,
  threads: twoThreads,
  images: values.images,
  ours: ours('evaluate', values),
  peer: pytorch('evaluate', { ...values, batch: 50, channelsLast: false }),
};
