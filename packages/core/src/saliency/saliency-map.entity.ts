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
  Unique,
} from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { oneOf } from '../database/one-of.ts';
import type { Measurement } from '../evaluations/evaluation.entity.ts';
import { Model } from '../models/model.entity.ts';
import { type VisualizationStatus, visualizationStatuses } from '../visualizations/visualization.entity.ts';
import { type SaliencyMethod, saliencyMethods } from './saliency-methods.ts';

/** Which pixels of a test image a model's score of a class depends on, or the wish to know. */
@Entity('saliency_map')
@Check('saliency_map_image_index_check', 'image_index >= 0')
@Check('saliency_map_method_check', oneOf('method', saliencyMethods))
@Check('saliency_map_status_check', oneOf('status', visualizationStatuses))
@Check(
  'saliency_map_done_check',
  "status <> 'done' or result is not null and attributions_digest is not null",
)
@Index(['attributionsDigest'])
@Index(['imageDigest'])
@Index(['randomizedDigest'])
@Index(['inputDigest'])
@Index(['contentKey'])
@Unique(['modelId', 'imageIndex', 'method', 'target', 'seed'])
export class SaliencyMap {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  /** Place among the experiment's images, from 0: its test images, and behind them its own. */
  @Column({ name: 'image_index', type: 'integer' })
  imageIndex!: number;

  @Column({ type: 'text' })
  method!: SaliencyMethod;

  /** Whose score: `predicted`, `label`, or a class from 0 as a number. */
  @Column({ type: 'text' })
  target!: string;

  /** Noise and fresh weights follow from it. */
  @Column({ type: 'integer' })
  seed!: number;

  @Column({ type: 'text', default: 'queued' })
  status!: VisualizationStatus;

  /** Why it failed; null otherwise. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  /** Digest of the float32 safetensors: `attributions` and `randomized`, [height, width, channels] each. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'attributions_digest', type: 'char', length: 64, nullable: true })
  attributionsDigest!: string | null;

  /** Digest of the PNG of Σ|attribution| over channels. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'image_digest', type: 'char', length: 64, nullable: true })
  imageDigest!: string | null;

  /** The same of the map with fresh weights. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'randomized_digest', type: 'char', length: 64, nullable: true })
  randomizedDigest!: string | null;

  /** Digest of the PNG of the image as the network sees it. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'input_digest', type: 'char', length: 64, nullable: true })
  inputDigest!: string | null;

  /** SHA-256 over all that it follows from: equal keys, equal maps. */
  @Column({ name: 'content_key', type: 'char', length: 64, nullable: true })
  contentKey!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: SaliencyResult | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id' })
  model!: Relation<Model>;
}

/** What came out, and how. */
export interface SaliencyResult {
  /** The class whose score it is of. */
  class: number;
  predicted: number;
  /** Null of an own image. */
  label: number | null;
  /** Pixels. */
  height: number;
  width: number;
  /** What the values are, in words. */
  definition: string;
  /** The rank correlation with the map that fresh weights give; null where one of them is the same everywhere. */
  sanity: Measurement | null;
  /** SHA-256 of the image and its label, if it has one. */
  dataDigest: string;
  backend: string;
  codeVersion: string;
}
