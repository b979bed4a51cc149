import { jobStatuses } from '@kindred/core';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { notable } from '../notes/notable.type.ts';

export const JobStatusEnum = upperCaseEnum(jobStatuses);

registerEnumType(JobStatusEnum, {
  name: 'JobStatus',
  description: 'Where a job stands.',
  valuesConfig: {
    WAITING: { description: 'For the jobs that it depends on.' },
    QUEUED: { description: 'Until a worker takes it; its `missingLabels` say where none can.' },
    RUNNING: { description: 'On a worker.' },
    DONE: { description: 'Its results are stored.' },
    FAILED: { description: 'Its `error` says why.' },
    CANCELLED: {
      description: 'It was stopped, or what it waited for was or failed; `retryJob` queues it again.',
    },
  },
});

@ObjectType('Job', { implements: notable, description: 'One step of an experiment.' })
export class JobType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What the job does, for example `train-model`.' })
  name!: string;

  @Field(() => JobStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, or what it left out though it is done, and why; null otherwise.',
  })
  error!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When a worker took it.' })
  startedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended, well or not.' })
  finishedAt!: Date | null;
}

export const JobConnection = connectionOf('Job', () => JobType);
