import type { Model } from '@kindred/core';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { LayerType } from '../architectures/architecture.type.ts';
import { ModelType } from '../models/model.type.ts';
import { notable } from '../notes/notable.type.ts';

@ObjectType('Neuron', {
  implements: notable,
  description: 'A channel of a layer in one model. Virtual: it has an address, no row.',
})
export class NeuronType {
  @Field(() => ID, { description: 'Model id, slash, address.' })
  id!: string;

  @Field(() => LayerType, { description: 'The layer that it is a channel of.' })
  layer!: LayerType;

  @Field(() => Int, { description: 'From 0.' })
  channel!: number;

  @Field(() => ModelType, { description: 'The model that it is a part of.' })
  model!: Model;
}

export const NeuronConnection = connectionOf('Neuron', () => NeuronType);
