import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'What an id alone finds again, by `node` and `nodes`.' })
export abstract class NodeType {
  @Field(() => ID, {
    description: 'A UUID; of a neuron its model’s, slash, address; of an artifact its digest.',
  })
  id!: string;
}
