import { ours } from '../sides/ours.ts';
import { pytorch } from '../sides/pytorch.ts';
import type { Row } from './row.ts';

/** Both sides of a step towards pictures of SqueezeNet's neuron fire6:7; `cut` says how the peer goes about it. */
export function visualizationOf(pictures: number, { cut }: { cut: boolean }): Pick<Row, 'ours' | 'peer'> {
  const values = { layer: 'fire6', channel: 7, size: 224, pictures, learningRate: 0.05 };
  return {
    ours: ours('visualize', values),
    peer: pytorch('visualize', { ...values, cut, channelsLast: cut }),
  };
}
