import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { oneOf } from '../database/one-of.ts';
import { Model } from '../models/model.entity.ts';
import { type Objective, plainObjective } from './objective.ts';
import { VisualizationHashes } from './visualization-hashes.entity.ts';
import { VisualizationStep } from './visualization-step.entity.ts';

export const visualizationStatuses = ['queued', 'done', 'failed'] as const;
export type VisualizationStatus = (typeof visualizationStatuses)[number];

/** A picture that excites one neuron of one model, or does with it what its objective says; or the wish for one. */
@Entity('visualization')
@Check('visualization_status_check', oneOf('status', visualizationStatuses))
@Check('visualization_channel_check', 'channel >= 0')
@Check('visualization_width_check', 'width > 0')
@Check('visualization_height_check', 'height > 0')
@Check('visualization_done_check', "status <> 'done' or image_digest is not null")
@Index(['layer', 'channel', 'preset', 'seed'])
@Index(['imageDigest'])
@Index(['contentKey'])
@Unique(['modelId', 'layer', 'channel', 'preset', 'seed', 'objective'])
export class Visualization {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  @Column({ type: 'text' })
  layer!: string;

  @Column({ type: 'integer' })
  channel!: number;

  /** Name of a preset of feature visualization: `quick`, `lucent`, `paper`. */
  @Column({ type: 'text' })
  preset!: string;

  @Column({ type: 'integer' })
  seed!: number;

  /** What it raises or lowers, starting from the neuron. */
  @Column({ type: 'jsonb', default: plainObjective })
  objective!: Objective;

  @Column({ type: 'text', default: 'queued' })
  status!: VisualizationStatus;

  /** Why it failed; null otherwise. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  /** Digest of the lossless PNG. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'image_digest', type: 'char', length: 64, nullable: true })
  imageDigest!: string | null;

  /** Pixels. */
  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  /** Pixels. */
  @Column({ type: 'integer', nullable: true })
  height!: number | null;

  /** The neuron's activation on the finished picture: its mean, or where the objective reads it. */
  @Column({ type: 'double precision', nullable: true })
  activation!: number | null;

  /** SHA-256 over all that it follows from: equal keys, equal pictures. */
  @Column({ name: 'content_key', type: 'char', length: 64, nullable: true })
  contentKey!: string | null;

  @Column({ type: 'text', nullable: true })
  backend!: string | null;

  @Column({ name: 'code_version', type: 'text', nullable: true })
  codeVersion!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id' })
  model!: Relation<Model>;

  @OneToOne(
    () => VisualizationHashes,
    (hashes) => hashes.visualization,
  )
  hashes!: Relation<VisualizationHashes> | null;

  @OneToMany(
    () => VisualizationStep,
    (step) => step.visualization,
  )
  steps!: Relation<VisualizationStep>[];
}
