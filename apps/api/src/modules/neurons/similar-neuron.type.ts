import { hashNames, type Visualization } from '@kindred/core';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { HashDistanceType } from '../distances/distance.type.ts';
import { VisualizationType } from '../visualizations/visualization.type.ts';
import type { Neuron } from './neuron.ts';
import { NeuronType } from './neuron.type.ts';

export const HashNameEnum = upperCaseEnum(hashNames);

registerEnumType(HashNameEnum, {
  name: 'HashName',
  description: 'One of the five hashes of a picture; the fields of Hashes say what their bits are.',
  valuesConfig: {
    AVERAGE: { description: 'A-Hash, 64 bits.' },
    PERCEPTUAL: { description: 'P-Hash, 64 bits.' },
    DIFFERENCE: { description: 'D-Hash, 64 bits.' },
    WAVELET: { description: 'W-Hash, 64 bits.' },
    COLOR: { description: 'C-Hash, 42 bits.' },
  },
});

export const similarityScopes = ['model', 'family', 'all'] as const;
export type SimilarityScope = (typeof similarityScopes)[number];
export const SimilarityScopeEnum = upperCaseEnum(similarityScopes);

registerEnumType(SimilarityScopeEnum, {
  name: 'SimilarityScope',
  description: 'Whose pictures are looked through.',
  valuesConfig: {
    MODEL: { description: 'Those of the neuron’s own model.' },
    FAMILY: { description: 'Those of all models of its experiment.' },
    ALL: { description: 'Those of every experiment.' },
  },
});

@ObjectType('SimilarNeuron', { description: 'A neuron whose picture looks like another’s.' })
export class SimilarNeuronType extends HashDistanceType {
  @Field(() => NeuronType, { description: 'The neuron, in its own model.' })
  neuron!: Neuron;

  @Field(() => VisualizationType, { description: 'Its picture that was compared.' })
  visualization!: Visualization;
}
