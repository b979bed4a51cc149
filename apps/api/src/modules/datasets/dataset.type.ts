import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Dataset', { description: 'Labelled images that can be trained on here.' })
export class DatasetType {
  @Field(() => String, { description: 'For example `mnist`.' })
  name!: string;

  @Field(() => String, { description: 'One sentence for a person.' })
  description!: string;

  @Field(() => Int, { description: 'Number of labels.' })
  classes!: number;

  @Field(() => Int, { description: 'Images to train on.' })
  trainImages!: number;

  @Field(() => Int, { description: 'Images to test on.' })
  testImages!: number;

  @Field(() => Int, { description: 'Pixels.' })
  height!: number;

  @Field(() => Int, { description: 'Pixels.' })
  width!: number;

  @Field(() => Int, { description: '1 for grey, 3 for RGB.' })
  channels!: number;
}
