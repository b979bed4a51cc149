import { visualizationStatuses } from '@kindred/core';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { notable } from '../notes/notable.type.ts';
import { HashesType } from './hashes.type.ts';

export const VisualizationStatusEnum = upperCaseEnum(visualizationStatuses);

registerEnumType(VisualizationStatusEnum, {
  name: 'VisualizationStatus',
  description: 'Where a picture stands.',
  valuesConfig: {
    QUEUED: { description: 'Asked for, not painted yet.' },
    DONE: { description: 'It is stored.' },
    FAILED: { description: 'Its `error` says why.' },
  },
});

@ObjectType('Image', { description: 'A lossless PNG that never changes.' })
export class ImageType {
  @Field(() => String, {
    description:
      'Path from the address of this API. With `?width=128&format=webp` behind it, a smaller copy: of 64, 128, 256 or 512 pixels.',
  })
  url!: string;

  @Field(() => Int, { description: 'Pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Pixels.' })
  height!: number;

  @Field(() => String, { description: 'SHA-256 of the file.' })
  digest!: string;
}

@ObjectType('Recipe', { description: 'How a picture was made; equal content keys, equal pictures.' })
export class RecipeType {
  @Field(() => String, { description: 'Name of the preset: steps, size, transforms, optimiser.' })
  preset!: string;

  @Field(() => Int, { description: 'Start image and transforms follow from it.' })
  seed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps that its rendering takes; null for a preset that this version doesn’t know.',
  })
  steps!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the model’s weights; null until it is trained.',
  })
  weightsDigest!: string | null;

  @Field(() => String, { nullable: true, description: 'What computed it, for example `wasm`.' })
  backend!: string | null;

  @Field(() => String, { nullable: true, description: 'Version of the program that painted it.' })
  codeVersion!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 over all that it follows from: weights, neuron, recipe, seed, objective, backend, code version.',
  })
  contentKey!: string | null;
}

@ObjectType('VisualizationStep', { description: 'A picture as it was after a step of its rendering.' })
export class VisualizationStepType {
  @Field(() => Int, { description: 'From 1.' })
  step!: number;

  @Field(() => ImageType, { description: 'The picture then.' })
  image!: ImageType;

  @Field(() => Float, { description: 'As `Visualization.activation`.' })
  activation!: number;
}

@ObjectType('Visualization', {
  implements: notable,
  description:
    'A picture that excites one neuron of one model, or does with it what its objective says; or the wish for one.',
})
export class VisualizationType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => VisualizationStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Why it failed; null otherwise.' })
  error!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Activation of the neuron on the picture: its mean, or where the objective reads it.',
  })
  activation!: number | null;

  @Field(() => HashesType, { nullable: true, description: 'Null until the picture is painted.' })
  hashes!: HashesType | null;
}
