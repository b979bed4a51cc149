import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { notable } from '../notes/notable.type.ts';

@ObjectType('Measurement', { description: 'A measured number with its interval where one is known.' })
export class MeasurementType {
  @Field(() => Float, { description: 'The measured number, in the unit of its definition.' })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'Lower end of the confidence interval.' })
  low?: number;

  @Field(() => Float, { nullable: true, description: 'Upper end of the confidence interval.' })
  high?: number;

  @Field(() => String, { description: 'The metric’s name, version and options in words.' })
  definition!: string;
}

@ObjectType('ClassAccuracy', { description: 'How many images of one class are labelled right.' })
export class ClassAccuracyType {
  @Field(() => Int, { description: 'The class’s label, from 0.' })
  class!: number;

  @Field(() => Int, { description: 'Test images of the class.' })
  images!: number;

  @Field(() => MeasurementType, {
    nullable: true,
    description: 'Share of them that is labelled right, 0 to 1; null where there are none.',
  })
  accuracy!: MeasurementType | null;
}

@ObjectType('BiasVarianceCovariance', {
  description:
    'What the squared error of an ensemble consists of, expected over ensembles that were made alike: `squaredError = biasSquared + variance/members + (1 − 1/members)·covariance`. Of few trials variance and covariance come out too small, by (trials − 1)/trials.',
})
export class BiasVarianceCovarianceType {
  @Field(() => Int, {
    description: 'Ensembles that the expectation is over; the definitions say what differs between them.',
  })
  trials!: number;

  @Field(() => Int, { description: 'Members of each of them.' })
  members!: number;

  @Field(() => MeasurementType, { description: 'Mean Brier score of these ensembles, measured directly.' })
  squaredError!: MeasurementType;

  @Field(() => MeasurementType, { description: 'Squared error of their expected mean.' })
  biasSquared!: MeasurementType;

  @Field(() => MeasurementType, { description: 'Of a member, mean over members.' })
  variance!: MeasurementType;

  @Field(() => MeasurementType, {
    description: 'Of two members, mean over pairs; below 0 where they err in other directions.',
  })
  covariance!: MeasurementType;
}

@ObjectType('Evaluation', {
  implements: notable,
  description: 'The measured quality of one model, or of an ensemble, on test images.',
})
export class EvaluationType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, {
    description:
      'The model’s name, the method’s for its ensemble, or `chosen` for members that someone chose.',
  })
  name!: string;

  @Field(() => String, { description: 'Name of the dataset.' })
  dataset!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How the test images were spoiled; null where they weren’t.',
  })
  corruption!: string | null;

  @Field(() => Int, { nullable: true, description: 'How much they were spoiled: 1 to 5.' })
  severity!: number | null;

  @Field(() => String, { description: 'SHA-256 of the test images, as they were measured on, and labels.' })
  dataDigest!: string;

  @Field(() => Int, { description: 'Test images.' })
  images!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of a model’s outputs before softmax, under `/artifacts`, safetensors: `logits`, [images, classes] or, of members that share it, [images, members, classes], and `labels`, [images], which older versions left out; null for an ensemble.',
  })
  logitsDigest!: string | null;

  @Field(() => String, { description: 'What computed it, for example `wasm`.' })
  backend!: string;

  @Field(() => String, { description: 'Version of the program that measured it.' })
  codeVersion!: string;
}

export const EvaluationConnection = connectionOf('Evaluation', () => EvaluationType);

@ObjectType('CorruptedAccuracy', {
  description: 'What is left of a model’s or an ensemble’s accuracy when its test images are spoiled.',
})
export class CorruptedAccuracyType {
  @Field(() => String, { description: 'The model’s name, or the method’s for its ensemble.' })
  name!: string;

  @Field(() => Int, { description: 'How much the images are spoiled: 1 to 5.' })
  severity!: number;

  @Field(() => Float, { description: 'Share of images labelled right, 0 to 1, mean over the corruptions.' })
  accuracy!: number;

  @Field(() => Int, { description: 'Corruptions measured at this severity.' })
  corruptions!: number;
}
