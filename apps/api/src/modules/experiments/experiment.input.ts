import { corruptionNames, severities } from '@kindred/core';
import { Field, Float, InputType, Int } from 'type-graphql';
import { EnsembleInput } from './ensemble.input.ts';

@InputType({ description: 'What to train and test on.' })
export class DataInput {
  @Field(() => String, { description: 'Name of a dataset.' })
  name!: string;

  @Field(() => Int, {
    description: 'Training images, taken by the seed from all there are; 0 where nothing is trained.',
  })
  train!: number;

  @Field(() => Int, { description: 'Test images, the first of the test set.' })
  test!: number;

  @Field(() => String, {
    defaultValue: 'none',
    description:
      'How training images are changed each time that they are shown: `none`; `crop` shifts them by up to four pixels; `crop-and-flip` also mirrors every second one.',
  })
  augmentation!: string;
}

@InputType({ description: 'The network that the family comes from, and how it is trained.' })
export class ParentInput {
  @Field(() => String, { description: 'Name of an architecture.' })
  architecture!: string;

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description:
      'Name of a safetensors file in the folder `weights` of the workers’ data, under PyTorch’s names; fresh weights unless given.',
  })
  weights!: string | null;

  @Field(() => Float, {
    description:
      'Passes over the training images; a part of one takes that share of its batches, and 0 takes given weights as they are.',
  })
  epochs!: number;

  @Field(() => Int, { description: 'Images a step.' })
  batchSize!: number;

  @Field(() => Float, { description: 'The rate that its schedule starts from.' })
  learningRate!: number;

  @Field(() => String, {
    defaultValue: 'piecewise',
    description:
      'How the rate goes, also for what is trained beside the parent from fresh weights: `piecewise` is full for half of the steps, then falls to a hundredth; `step` is divided by five at 30, 60 and 80 %.',
  })
  schedule!: string;

  @Field(() => Float, { description: 'L2 penalty on the weights, 0 for none.' })
  weightDecay!: number;
}

@InputType({ description: 'Which neurons get a picture.' })
export class VisualizeInput {
  @Field(() => Int, { description: 'Neurons of each layer, in every model; 0 for none.' })
  neuronsPerLayer!: number;

  @Field(() => String, {
    description: 'Name of a preset of feature visualization: `quick`, `lucent`, `paper`.',
  })
  preset!: string;

  @Field(() => Int, {
    defaultValue: 2,
    description:
      'Pictures of each neuron, by the experiment’s seed and those that follow it, up to 16. Distances have a floor from 2 on.',
  })
  seeds!: number;
}

@InputType({ description: 'A way to spoil the test images, as CIFAR-10-C does.' })
export class CorruptionInput {
  @Field(() => String, { description: `One of ${corruptionNames.map((name) => `\`${name}\``).join(', ')}.` })
  kind!: string;

  @Field(() => [Int], { defaultValue: severities, description: 'How much: 1 to 5, each once.' })
  severities!: number[];
}

@InputType({ description: 'How the members and the ensembles are measured.' })
export class EvaluateInput {
  @Field(() => Int, { defaultValue: 15, description: 'Equal bins of the expected calibration error.' })
  eceBins!: number;

  @Field(() => Float, { defaultValue: 0.95, description: 'Of the intervals beside each measurement.' })
  confidence!: number;

  @Field(() => [CorruptionInput], {
    defaultValue: [],
    description: 'What all are measured under beside the test images as they are, each kind once.',
  })
  corruptions!: CorruptionInput[];
}

@InputType({ description: 'What an experiment is asked to do.' })
export class ExperimentInput {
  @Field(() => String, { description: 'A title for people.' })
  name!: string;

  @Field(() => Int, { description: 'Every random draw follows from it: 0 to 2147483647.' })
  seed!: number;

  @Field(() => DataInput, { description: 'What to train and test on.' })
  data!: DataInput;

  @Field(() => ParentInput, { description: 'The network that the family comes from.' })
  parent!: ParentInput;

  @Field(() => [EnsembleInput], {
    description: 'What is made beside the parent, each method once at most.',
  })
  ensembles!: EnsembleInput[];

  @Field(() => VisualizeInput, { description: 'Which neurons get a picture.' })
  visualize!: VisualizeInput;

  @Field(() => EvaluateInput, { description: 'How quality is measured.' })
  evaluate!: EvaluateInput;

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description:
      'A label of the workers that may do its jobs, such as `gpu` or `backend:webgpu`; any worker that has the dataset unless given.',
  })
  runOn?: string | null;
}
