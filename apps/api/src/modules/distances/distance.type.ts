import type { Calibration, HashName, NeuronRef } from '@kindred/core';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';

@ObjectType('HashDistance', { description: 'Unequal bits of two hashes.' })
export class HashDistanceType {
  @Field(() => Int, { description: 'Unequal bits.' })
  bits!: number;

  @Field(() => Int, { description: 'Length of the hash in bits.' })
  of!: number;

  @Field(() => Float, { description: 'Share of unequal bits, 0 to 1.' })
  share!: number;

  hash!: HashName;

  /** Counted when it is asked for. */
  calibrate!: (hash: HashName) => Promise<Calibration>;
}

@ObjectType('NeuronDistance', {
  description: 'Hamming distances between the pictures of one neuron in two models.',
})
export class NeuronDistanceType {
  @Field(() => NeuronRefScalar, { description: 'The neuron’s address, the same in both.' })
  ref!: NeuronRef;

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

export const NeuronDistanceConnection = connectionOf('NeuronDistance', () => NeuronDistanceType);
