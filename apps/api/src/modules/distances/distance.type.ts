import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('HashDistance', { description: 'Unequal bits of two hashes.' })
export class HashDistanceType {
  @Field(() => Int, { description: 'Unequal bits.' })
  bits!: number;

  @Field(() => Int, { description: 'Length of the hash in bits.' })
  of!: number;
}

@ObjectType('NeuronDistance', {
  description: 'Hamming distances between the pictures of one neuron in two models.',
})
export class NeuronDistanceType {
  @Field(() => HashDistanceType, { description: 'By the average hash.' })
  average!: HashDistanceType;

  @Field(() => HashDistanceType, { description: 'By the perceptual hash.' })
  perceptual!: HashDistanceType;

  @Field(() => HashDistanceType, { description: 'By the difference hash.' })
  difference!: HashDistanceType;

  @Field(() => HashDistanceType, { description: 'By the wavelet hash.' })
  wavelet!: HashDistanceType;

  @Field(() => HashDistanceType, { description: 'By the colour hash.' })
  color!: HashDistanceType;

  @Field(() => Float, { description: 'Mean share of unequal bits over the five hashes, 0 to 1.' })
  meanShare!: number;
}
