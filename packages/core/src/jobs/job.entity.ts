import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { oneOf } from '../database/one-of.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { Model } from '../models/model.entity.ts';

export const jobStatuses = ['waiting', 'queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof jobStatuses)[number];

/** Of a job that is still to be done. */
export const openStatuses: readonly JobStatus[] = ['waiting', 'queued', 'running'];

/** Of a job that may be tried again. */
export const endedBadly: readonly JobStatus[] = ['failed', 'cancelled'];

/** One step of an experiment. It waits for the jobs it depends on, then a worker takes it from the queue. */
@Entity('job')
@Check('job_status_check', oneOf('status', jobStatuses))
@Check('job_weight_check', 'weight > 0')
@Check('job_progress_check', 'progress_done >= 0 and progress_total >= 0')
@Index(['experimentId'])
@Index(['modelId'])
export class Job {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  /** The model that this job makes or looks at; null for one about the whole family. */
  @Column({ name: 'model_id', type: 'uuid', nullable: true })
  modelId!: string | null;

  /** The stem of its `*.job.ts` and `*.task.ts` files. */
  @Column({ type: 'text' })
  name!: string;

  /** Validated by the job's own schema before it is stored. */
  @Column({ type: 'jsonb' })
  payload!: object;

  @Column({ name: 'depends_on', type: 'uuid', array: true, default: () => "'{}'" })
  dependsOn!: string[];

  /** Expected work in forward passes of one image, so that an experiment's time left can be told. */
  @Column({ type: 'integer', default: 1 })
  weight!: number;

  /** Asked for beside what the experiment planned, whose status doesn't wait for it or follow from it. */
  @Column({ type: 'boolean', default: false })
  requested!: boolean;

  @Column({ type: 'text' })
  status!: JobStatus;

  /** Why it failed, or what it left out though it is done, and why, for a person; null otherwise. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ name: 'progress_done', type: 'integer', default: 0 })
  progressDone!: number;

  /** 0 until the task knows how much there is to do. */
  @Column({ name: 'progress_total', type: 'integer', default: 0 })
  progressTotal!: number;

  /** `images`, `steps`, … */
  @Column({ name: 'progress_unit', type: 'text', default: '' })
  progressUnit!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @ManyToOne(
    () => Experiment,
    (experiment) => experiment.jobs,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id' })
  model!: Relation<Model> | null;
}
