import { experimentStatuses } from '@kindred/core';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { notable } from '../notes/notable.type.ts';

export const ExperimentStatusEnum = upperCaseEnum(experimentStatuses);

registerEnumType(ExperimentStatusEnum, {
  name: 'ExperimentStatus',
  description: 'Where an experiment stands.',
  valuesConfig: {
    QUEUED: { description: 'No job has started.' },
    RUNNING: { description: 'Some job has started.' },
    DONE: { description: 'Every job is done.' },
    FAILED: { description: 'A job failed; `error` says why.' },
    CANCELLED: { description: 'It was stopped; `retryExperiment` goes on with it.' },
  },
});

@ObjectType('Experiment', {
  implements: notable,
  description:
    'A family of networks in the making: one configuration, its models, and the jobs that make them.',
})
export class ExperimentType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'Its title.' })
  name!: string;

  @Field(() => ExperimentStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its first job started.' })
  startedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its last job ended.' })
  finishedAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when it is here, where it was made elsewhere and imported; null otherwise.',
  })
  importedAt!: Date | null;
}

export const ExperimentConnection = connectionOf('Experiment', () => ExperimentType);
