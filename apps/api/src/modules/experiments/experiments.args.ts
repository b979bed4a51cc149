import { type ExperimentOrder, type ExperimentStatus, experimentOrders } from '@kindred/core';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../connections/page-args.ts';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { ExperimentStatusEnum } from './experiment.type.ts';

export const ExperimentOrderEnum = upperCaseEnum(experimentOrders);

registerEnumType(ExperimentOrderEnum, {
  name: 'ExperimentOrder',
  description: 'What experiments are listed by.',
  valuesConfig: {
    NEWEST: { description: 'When they were asked for, the last one first.' },
    OLDEST: { description: 'When they were asked for, the first one first.' },
    NAME: { description: 'Their names.' },
  },
});

@InputType({ description: 'Which experiments are looked for; each part narrows them down further.' })
export class ExperimentFilter {
  @Field(() => [ExperimentStatusEnum], { nullable: true, description: 'Those that stand at any of these.' })
  status?: ExperimentStatus[] | null;

  @Field(() => String, { nullable: true, description: 'Those on this dataset, by its name.' })
  dataset?: string | null;

  @Field(() => String, { nullable: true, description: 'Those of this architecture, by its name.' })
  architecture?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Those whose name contains this, in upper or lower case.',
  })
  search?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Those that started then or later.' })
  startedAfter?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Those that started before.' })
  startedBefore?: Date | null;
}

@ArgsType()
export class ExperimentsArgs extends PageArgs {
  @Field(() => ExperimentFilter, { nullable: true, description: 'Which; all without.' })
  filter?: ExperimentFilter | null;

  @Field(() => ExperimentOrderEnum, {
    defaultValue: ExperimentOrderEnum.NEWEST,
    description: 'What comes first.',
  })
  order!: ExperimentOrder;
}
