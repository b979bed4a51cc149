import type { MaskedTensor } from '../masks/masked-tensor.entity.ts';
import { bitsOf } from './sample-bits.ts';

/** Of an odd and of an even number of weights. */
const tensors = [
  { tensor: 'conv1.weight', weights: 9, filters: 3 },
  { tensor: 'layer1.0.conv1.weight', weights: 12, filters: 4 },
];

type SampleMask = Omit<MaskedTensor, 'model' | 'modelId'>[];

/** The mask of a child of a pair, which follows from the pair; the second child has the complement. */
export function sampleMask(pair: number, complement: boolean): SampleMask {
  return tensors.map(({ tensor, weights, filters }, position) => {
    const drawn = bitsOf(`mask ${pair} of ${tensor}`, weights);
    const bits = complement ? drawn.replaceAll(/[01]/g, (bit) => String(1 - Number(bit))) : drawn;
    const kept = bits.replaceAll('0', '').length;
    const dead = { withoutIncoming: complement ? [1] : [], withoutOutgoing: complement ? [1, 2] : [] };
    return { tensor, position, weights, kept, filters, ...dead, bits };
  });
}
