import { hashNames } from '@kindred/core';
import { registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';

export const HashNameEnum = upperCaseEnum(hashNames);

registerEnumType(HashNameEnum, {
  name: 'HashName',
  description: 'One of the perceptual hashes that distances are counted by.',
  valuesConfig: {
    AVERAGE: { description: 'Pixels above their mean, 64 bits.' },
    PERCEPTUAL: { description: 'Low frequencies above their median, 64 bits.' },
    DIFFERENCE: { description: 'Pixels brighter than their left neighbour, 64 bits.' },
    WAVELET: { description: 'Block means above their median, 64 bits.' },
    COLOR: { description: 'Shares of black, grey and twelve colours, 42 bits.' },
  },
});
