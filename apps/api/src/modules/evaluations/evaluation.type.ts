import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

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

@ObjectType('Evaluation', {
  description: 'The measured quality of one model, or of an ensemble, on test images.',
})
export class EvaluationType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'Name of the dataset.' })
  dataset!: string;

  @Field(() => String, { description: 'SHA-256 of the test images and labels.' })
  dataDigest!: string;

  @Field(() => Int, { description: 'Test images.' })
  images!: number;

  @Field(() => String, { description: 'What computed it, for example `wasm`.' })
  backend!: string;

  @Field(() => String, { description: 'Version of the program that measured it.' })
  codeVersion!: string;
}
