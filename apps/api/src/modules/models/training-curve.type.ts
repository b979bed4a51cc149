import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('TrainingCurve', {
  description:
    'How a training went, or how far it has come: a point every so many steps, a hundred at most, to five digits.',
})
export class TrainingCurveType {
  @Field(() => Int, { description: 'Steps planned in all.' })
  steps!: number;

  @Field(() => Int, { description: 'Steps that a point tells of; the last one may tell of fewer.' })
  stepsAPoint!: number;

  @Field(() => [Float], { description: 'Mean cross-entropy of each point’s batches, in nats.' })
  losses!: number[];

  @Field(() => [Float], { description: 'The learning rate of each point’s last step.' })
  learningRates!: number[];
}
