import type { LayerTopImages, TopImage } from '@kindred/core';
import { Field, Float, Int, ObjectType } from 'type-graphql';

/** A layer's, and which of its channels is looked at. */
export interface NeuronTopImages extends LayerTopImages {
  experimentId: string;
  channel: number;
}

/** One of an experiment's. */
export interface ExperimentTopImage extends TopImage {
  experimentId: string;
}

@ObjectType('TopImage', { description: 'A test image that a neuron answers to most.' })
export class TopImageType {
  @Field(() => Int, { description: 'Which of the experiment’s test images, from 0.' })
  imageIndex!: number;

  @Field(() => Float, { description: 'The largest activation of the neuron’s map on it.' })
  activation!: number;

  @Field(() => Int, { description: 'Where in the map that is, from 0.' })
  row!: number;

  @Field(() => Int, { description: 'Where in the map that is, from 0.' })
  column!: number;
}

@ObjectType('TopImages', {
  description: 'Which test images a neuron answers to most, and how often it does.',
})
export class TopImagesType {
  @Field(() => Int, { description: 'Cells of the layer’s map, from top to bottom.' })
  mapHeight!: number;

  @Field(() => Int, { description: 'Cells of the layer’s map, from left to right.' })
  mapWidth!: number;

  @Field(() => Int, { description: 'The test images that were looked through, all that the family has.' })
  images!: number;

  @Field(() => String, { description: 'Name of the dataset that they are of.' })
  dataset!: string;

  @Field(() => String, { description: 'SHA-256 of these images and their labels.' })
  dataDigest!: string;

  @Field(() => String, { description: 'What these values are, in words.' })
  definition!: string;

  @Field(() => String, { description: 'What computed it.' })
  backend!: string;

  @Field(() => String, { description: 'Version and commit of what computed it.' })
  codeVersion!: string;

  @Field(() => Date, { description: 'When it was computed.' })
  createdAt!: Date;
}
