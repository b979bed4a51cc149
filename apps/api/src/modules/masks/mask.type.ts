import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('MaskedTensor', { description: 'What a mask leaves of one tensor.' })
export class MaskedTensorType {
  @Field(() => String, {
    description: 'Its name in the files of weights and masks: `layer2.0.conv1.weight`.',
  })
  tensor!: string;

  @Field(() => Int, { description: 'Its weights.' })
  weights!: number;

  @Field(() => Int, { description: 'Those that are kept; 0 where the layer collapsed.' })
  kept!: number;

  @Field(() => Int, { description: 'Its filters, which are its output channels.' })
  filters!: number;

  @Field(() => Int, { description: 'Filters with no weight left, or that no kept weight reads.' })
  deadFilters!: number;

  @Field(() => [Int], { description: 'Filters with no weight left, from 0.' })
  withoutIncoming!: number[];

  @Field(() => [Int], { description: 'Filters that no kept weight of another layer reads, from 0.' })
  withoutOutgoing!: number[];
}

@ObjectType('Mask', { description: 'Which weights of its prunable tensors a model keeps.' })
export class MaskType {
  @Field(() => Int, { description: 'Prunable weights.' })
  weights!: number;

  @Field(() => Int, { description: 'Those that are kept.' })
  kept!: number;

  @Field(() => Float, { description: 'Share that is removed, 0 to 1.' })
  sparsity!: number;

  @Field(() => Int, { description: 'Filters of all tensors.' })
  filters!: number;

  @Field(() => Int, { description: 'Filters with no weight left, or that no kept weight reads.' })
  deadFilters!: number;

  @Field(() => [String], {
    description:
      'Tensors of which nothing is left (layer collapse): a warning, for only shortcuts lead past them. Empty as a rule.',
  })
  collapsed!: string[];

  @Field(() => [MaskedTensorType], { description: 'Tensor by tensor, from the input on.' })
  tensors!: MaskedTensorType[];
}
