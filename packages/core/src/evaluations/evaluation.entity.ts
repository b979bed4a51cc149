import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { Dataset } from '../datasets/dataset.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import type { CorruptionName } from './condition.ts';
import type { EvaluationMeasures } from './evaluation-measures.ts';

/** A measured number with its confidence interval where one is known, and the words that define it. */
export interface Measurement {
  value: number;
  low?: number;
  high?: number;
  definition: string;
}

/** Diversity needs two members or more; a single model has none. */
export interface EvaluationMetrics {
  /** Share of images, 0 to 1. */
  accuracy: Measurement;
  /** Nats. */
  nll: Measurement;
  ece: Measurement;
  /** Nats. */
  kl?: Measurement;
  /** Share of images, 0 to 1. */
  pdr?: Measurement;
  /** 0 to 2; missing where it was measured before there was one, as are those below. */
  brier?: Measurement;
  /** What averaging takes off the members' mean Brier score. */
  ambiguity?: Measurement;
  /** Of each class, in their order. */
  classes?: ClassAccuracy[];
  /** Of ensembles that were made more than once; missing for others. */
  decomposition?: BiasVarianceCovariance;
}

/** `squaredError = biasSquared + variance/members + (1 − 1/members)·covariance`, an expectation over ensembles made alike. */
export interface BiasVarianceCovariance {
  /** Ensembles that the expectation is over; the definitions say what differs between them. */
  trials: number;
  /** Of each of them. */
  members: number;
  squaredError: Measurement;
  biasSquared: Measurement;
  variance: Measurement;
  covariance: Measurement;
}

export interface ClassAccuracy {
  class: number;
  /** Test images of the class. */
  images: number;
  /** Share of them, 0 to 1; null where there are none. */
  accuracy: Measurement | null;
}

/** What was measured, of whom, on what: two evaluations compare only where these agree. */
export interface EvaluationDefinition extends EvaluationMeasures {
  version: number;
  includesParent: boolean;
}

/** The measured quality of one model, or of an ensemble of several, on test data. */
@Entity('evaluation')
@Check('evaluation_members_check', 'cardinality(members) > 0')
@Check('evaluation_images_check', 'images > 0')
@Check(
  'evaluation_corruption_check',
  'corruption is null and severity is null or corruption is not null and severity between 1 and 5',
)
@Index(['logitsDigest'])
@Index(['experimentId'])
export class Evaluation {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  /** `parent`, `child-1` … for one model; the method's name for an ensemble; `chosen` for members that someone chose. */
  @Column({ type: 'text' })
  name!: string;

  /** Ids of the models averaged, in the order of the family; one for a single model. */
  @Column({ type: 'uuid', array: true })
  members!: string[];

  @ForeignKey(() => Dataset)
  @Column({ type: 'text' })
  dataset!: string;

  /** How the test images were spoiled; null where they weren't. */
  @Column({ type: 'text', nullable: true })
  corruption!: CorruptionName | null;

  /** 1 to 5, of the corruption. */
  @Column({ type: 'smallint', nullable: true })
  severity!: number | null;

  /** SHA-256 of the test images, as they were measured on, and labels. */
  @Column({ name: 'data_digest', type: 'char', length: 64 })
  dataDigest!: string;

  /** Test images. */
  @Column({ type: 'integer' })
  images!: number;

  @Column({ type: 'jsonb' })
  definition!: EvaluationDefinition;

  @Column({ type: 'jsonb' })
  metrics!: EvaluationMetrics;

  /** Digest of the [images, classes] float32 logits, for a single model. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'logits_digest', type: 'char', length: 64, nullable: true })
  logitsDigest!: string | null;

  @Column({ type: 'text' })
  backend!: string;

  @Column({ name: 'code_version', type: 'text' })
  codeVersion!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => Experiment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;
}
