import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('Training', { description: 'How a model came to its weights; enough to make it again.' })
export class TrainingType {
  @Field(() => String, { description: 'How the learning rate went, in words: `one-cycle up to 0.1`.' })
  schedule!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The file that its weights came from, with its SHA-256; null where they were trained here.',
  })
  importedFrom?: string;

  @Field(() => Float, { description: 'Passes over the training images.' })
  epochs!: number;

  @Field(() => Int, { description: 'Images a step.' })
  batchSize!: number;

  @Field(() => Int, { description: 'Steps of the optimiser in all.' })
  steps!: number;

  @Field(() => Int, { description: 'Images seen an epoch.' })
  trainImages!: number;

  @Field(() => Float, { description: 'Time it took.' })
  seconds!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Floating-point operations, two a multiply-add and three passes a step; pruned weights count, since a masked network takes as long. Null where it wasn’t counted yet.',
  })
  flops?: number;

  @Field(() => [Float], { description: 'Mean cross-entropy of each epoch’s batches, in nats.' })
  lossByEpoch!: number[];

  @Field(() => Int, { description: 'Batches and augmentation follow from it.' })
  seed!: number;

  @Field(() => String, { description: 'SHA-256 of the training images and labels.' })
  dataDigest!: string;

  @Field(() => String, { description: 'What computed it, for example `wasm`.' })
  backend!: string;

  @Field(() => String, { description: 'Version of the program that trained it.' })
  codeVersion!: string;
}
