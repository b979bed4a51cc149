import type { Calibration, ComparedNeuron, Measurement } from '@kindred/core';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { MeasurementType } from '../evaluations/evaluation.type.ts';
import { CalibrationType } from './calibration.type.ts';

export const distanceOrders = ['neuron', 'bits', 'z', 'position'] as const;
export type DistanceOrder = (typeof distanceOrders)[number];
export const DistanceOrderEnum = upperCaseEnum(distanceOrders);

registerEnumType(DistanceOrderEnum, {
  name: 'DistanceOrder',
  description: 'What the distances of several neurons are ordered by.',
  valuesConfig: {
    NEURON: { description: 'From the input of the network on.' },
    BITS: { description: 'The farthest apart first.' },
    Z: { description: 'Those that lie highest beside their ceilings first.' },
    POSITION: { description: 'Those that lie highest between their floors and ceilings first.' },
  },
});

@ObjectType('MeanHashDistance', { description: 'Unequal bits of the hashes of two models’ pictures.' })
export class MeanHashDistanceType {
  @Field(() => MeasurementType, {
    description: 'Mean over neurons, in bits, with its interval over neurons.',
  })
  mean!: Measurement;

  @Field(() => Int, { description: 'Length of the hash in bits.' })
  of!: number;

  @Field(() => CalibrationType, {
    description: 'Where the mean lies between the floor and the ceiling of all these neurons.',
  })
  calibration!: Calibration;
}

@ObjectType('ModelDistance', {
  description: 'How far apart two models are: over all neurons that have a picture in both by one recipe.',
})
export class ModelDistanceType {
  @Field(() => String, { description: 'Preset of the pictures.' })
  preset!: string;

  @Field(() => Int, { description: 'Seed of the pictures.' })
  seed!: number;

  @Field(() => MeanHashDistanceType, { description: 'By the average hash.' })
  average!: MeanHashDistanceType;

  @Field(() => MeanHashDistanceType, { description: 'By the perceptual hash.' })
  perceptual!: MeanHashDistanceType;

  @Field(() => MeanHashDistanceType, { description: 'By the difference hash.' })
  difference!: MeanHashDistanceType;

  @Field(() => MeanHashDistanceType, { description: 'By the wavelet hash.' })
  wavelet!: MeanHashDistanceType;

  @Field(() => MeanHashDistanceType, { description: 'By the colour hash.' })
  color!: MeanHashDistanceType;

  /** From the input on. */
  compared!: ComparedNeuron[];
}
