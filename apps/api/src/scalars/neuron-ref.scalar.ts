import { formatNeuronRef, type NeuronRef, parseNeuronRef } from '@kindred/core';
import { GraphQLScalarType } from 'graphql';

/** `stage2.block0:17` outside, `{ layer, channel }` inside. */
export const NeuronRefScalar = new GraphQLScalarType<NeuronRef, string>({
  name: 'NeuronRef',
  description: 'An address such as `stage2.block0:17`: layer, colon, channel from 0.',
  serialize: (neuron) => formatNeuronRef(neuron as NeuronRef),
  parseValue: (text) => parseNeuronRef(String(text)),
});
