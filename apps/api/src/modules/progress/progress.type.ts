import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('Progress', { description: 'How far the jobs of an experiment, or one job, have come.' })
export class ProgressType {
  @Field(() => Int, { description: 'Units done.' })
  done!: number;

  @Field(() => Int, { description: 'Units in all; 0 while that is not known.' })
  total!: number;

  @Field(() => String, { description: '`jobs`, `images`, `steps`, …' })
  unit!: string;

  @Field(() => Float, { description: 'Share of the expected work that is done, 0 to 1.' })
  share!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Seconds left at the rate so far; null while there is nothing to tell it from.',
  })
  secondsLeft!: number | null;
}
