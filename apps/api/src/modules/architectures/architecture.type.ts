import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Layer', { description: 'A layer whose channels are neurons.' })
export class LayerType {
  @Field(() => String, { description: 'The first half of a neuron’s address, for example `stage2.block0`.' })
  name!: string;

  @Field(() => Int, { description: 'Place from the input, from 0.' })
  position!: number;

  @Field(() => Int, { description: 'Its neurons are the channels 0 to this number less 1.' })
  channels!: number;
}

@ObjectType('Architecture', { description: 'A network’s shape that can be trained here.' })
export class ArchitectureType {
  @Field(() => Boolean, { description: 'Whether a training of it can drop units.' })
  hasDropout!: boolean;

  @Field(() => String, { description: 'For example `resnet8`.' })
  name!: string;

  @Field(() => String, { description: 'One sentence for a person.' })
  description!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Pixels of the smallest pictures that it takes; null where any will do.',
  })
  smallestSide!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The one number of classes that it can have; null where any will do.',
  })
  classes!: number | null;

  @Field(() => [LayerType], { description: 'From the input to the output.' })
  layers!: LayerType[];
}
