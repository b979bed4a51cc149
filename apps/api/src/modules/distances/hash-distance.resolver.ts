import type { Calibration } from '@kindred/core';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CalibrationType } from './calibration.type.ts';
import { HashDistanceType } from './distance.type.ts';

@Resolver(() => HashDistanceType)
export class HashDistanceResolver {
  @FieldResolver(() => CalibrationType, {
    description: 'Where it lies between the floor and the ceiling of this neuron.',
  })
  calibration(@Root() { hash, calibrate }: HashDistanceType): Promise<Calibration> {
    return calibrate(hash);
  }
}
