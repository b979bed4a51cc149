import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Workspace } from '../access/workspace.entity.ts';
import { oneOf } from '../database/one-of.ts';
import { Job } from '../jobs/job.entity.ts';
import { Model } from '../models/model.entity.ts';
import type { ExperimentConfig } from './experiment-config.ts';

export const experimentStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExperimentStatus = (typeof experimentStatuses)[number];

/** A family in the making: one configuration, the models it asks for, and the jobs that make them. */
@Entity('experiment')
@Check('experiment_status_check', oneOf('status', experimentStatuses))
@Index(['createdAt', 'id'])
@Index(['workspaceId', 'createdAt', 'id'])
@Index(['name', 'id'])
@Index(['status'])
@Index(['startedAt'])
export class Experiment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Null on a server that has one owner. */
  @Column({ name: 'workspace_id', type: 'uuid', nullable: true })
  workspaceId!: string | null;

  @Column({ type: 'text', default: 'queued' })
  status!: ExperimentStatus;

  @Column({ type: 'jsonb' })
  config!: ExperimentConfig;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  /** Since when it is here, of one that was made elsewhere; null for one of this server's own. */
  @Column({ name: 'imported_at', type: 'timestamptz', nullable: true })
  importedAt!: Date | null;

  @ManyToOne(() => Workspace, { nullable: true })
  @JoinColumn({ name: 'workspace_id' })
  workspace!: Relation<Workspace> | null;

  @OneToMany(
    () => Model,
    (model) => model.experiment,
  )
  models!: Relation<Model[]>;

  @OneToMany(
    () => Job,
    (job) => job.experiment,
  )
  jobs!: Relation<Job[]>;
}
