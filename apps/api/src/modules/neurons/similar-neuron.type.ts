import type { Picture } from '@kindred/core';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { VisualizationType } from '../visualizations/visualization.type.ts';
import type { Neuron } from './neuron.ts';
import { NeuronType } from './neuron.type.ts';

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
export class SimilarNeuronType {
  @Field(() => Int, { description: 'Unequal bits.' })
  bits!: number;

  @Field(() => Int, { description: 'Length of the hash in bits.' })
  of!: number;

  @Field(() => NeuronType, { description: 'The neuron, in its own model.' })
  neuron!: Neuron;

  @Field(() => VisualizationType, { description: 'Its picture that was compared.' })
  visualization!: Picture;
}
