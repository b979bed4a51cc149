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
import { Architecture } from '../architectures/architecture.entity.ts';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { oneOf } from '../database/one-of.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import type { TrainingCurve } from './training-curve.ts';

export const modelKinds = [
  'parent',
  'child',
  'ticket',
  'snapshot',
  'fge',
  'horizontal',
  'dense',
  'dropout',
  'ltr',
  'edst',
  'treenet',
  'batch-ensemble',
  'mimo',
  'checkpoint',
] as const;
export type ModelKind = (typeof modelKinds)[number];

/** How a model came to its weights; enough to make it again. */
export interface TrainingRecord {
  /** The file that its weights came from, with its SHA-256; missing where they were trained here. */
  importedFrom?: string;
  schedule: string;
  epochs: number;
  batchSize: number;
  steps: number;
  /** Images seen an epoch. */
  trainImages: number;
  seconds: number;
  /** Floating-point operations, reckoned as if nothing were pruned; missing where it wasn't counted yet. */
  flops?: number;
  /** Mean cross-entropy of each epoch's batches. */
  lossByEpoch: number[];
  seed: number;
  /** SHA-256 of the training images and labels. */
  dataDigest: string;
  backend: string;
  codeVersion: string;
}

/** One trained network of a family, or one still to be trained; or what one was on its way, a checkpoint. */
@Entity('model')
@Unique(['experimentId', 'name'])
@Unique(['experimentId', 'position'])
@Check('model_kind_check', oneOf('kind', modelKinds))
@Check('model_position_check', 'position >= 0')
@Check('model_sparsity_check', 'sparsity > 0 and sparsity < 1')
@Check(
  'model_parent_check',
  "(kind in ('parent', 'dense', 'dropout', 'ltr', 'edst', 'treenet', 'batch-ensemble', 'mimo')) = (parent_id is null)",
)
@Check(
  'model_checkpoint_check',
  "num_nonnulls(final_id, epoch) = case kind when 'checkpoint' then 2 else 0 end",
)
@Check('model_epoch_check', 'epoch >= 0')
@Index(['weightsDigest'])
@Index(['maskDigest'])
@Index(['onnxDigest'])
@Index(['parentId'])
@Index(['finalId'])
export class Model {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  /** `parent`, `child-1` … in the order of the family, `ticket`, `snapshot-1` … by age; `child-1@0.25` after a quarter epoch. */
  @Column({ type: 'text' })
  name!: string;

  /** Place in the family, from 0: the parent, then children, then those of the other methods, then checkpoints. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  kind!: ModelKind;

  /** Name of an Architecture. */
  @ForeignKey(() => Architecture)
  @Column({ type: 'text' })
  architecture!: string;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  /** The model whose mask is the complement of this one's. */
  @Column({ name: 'sibling_id', type: 'uuid', nullable: true })
  siblingId!: string | null;

  /** Share of the prunable weights that the mask removes, 0 to 1; null for a model without a mask. */
  @Column({ type: 'double precision', nullable: true })
  sparsity!: number | null;

  /** The model that a checkpoint became in the end; null for any other. */
  @Column({ name: 'final_id', type: 'uuid', nullable: true })
  finalId!: string | null;

  /** After how many passes of that model's training a checkpoint was taken, 0 for none; null for any other. */
  @Column({ type: 'double precision', nullable: true })
  epoch!: number | null;

  /** Digest of the safetensors artifact; null until the model is trained. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'weights_digest', type: 'char', length: 64, nullable: true })
  weightsDigest!: string | null;

  /** Digest of the safetensors artifact of the mask; null for a model without one. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'mask_digest', type: 'char', length: 64, nullable: true })
  maskDigest!: string | null;

  /** Digest of the ONNX artifact; null until someone asks for it. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'onnx_digest', type: 'char', length: 64, nullable: true })
  onnxDigest!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  training!: TrainingRecord | null;

  /** Of its training as far as that has come; null before it, and where none was drawn. */
  @Column({ name: 'training_curve', type: 'jsonb', nullable: true })
  trainingCurve!: TrainingCurve | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(
    () => Experiment,
    (experiment) => experiment.models,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;

  @ManyToOne(
    () => Model,
    (model) => model.children,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'parent_id' })
  parent!: Relation<Model> | null;

  @OneToMany(
    () => Model,
    (model) => model.parent,
  )
  children!: Relation<Model[]>;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'final_id' })
  final!: Relation<Model> | null;

  @OneToOne(() => Model, { onDelete: 'SET NULL', deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'sibling_id' })
  sibling!: Relation<Model> | null;
}
