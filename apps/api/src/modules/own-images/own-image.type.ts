import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('OwnImage', {
  description:
    'An image that somebody brought, by `POST /own-images/<experiment>?name=cat.jpg`, for an experiment’s networks to look at. They see it in their own size: its shorter side resized, its square cut from the centre, grey where they are.',
})
export class OwnImageType {
  @Field(() => Int, {
    description:
      'Its place among the experiment’s images, behind the test images: what maps and grids go by.',
  })
  imageIndex!: number;

  @Field(() => String, { description: 'What its file was called.' })
  name!: string;

  @Field(() => GraphQLDateTime, { description: 'When it came.' })
  createdAt!: Date;
}
