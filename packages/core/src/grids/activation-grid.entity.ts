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
import { Model } from '../models/model.entity.ts';
import { type VisualizationStatus, visualizationStatuses } from '../visualizations/visualization.entity.ts';
import { type GridPresetName, gridPresetNames } from './grid-presets.ts';

/** What each cell of a layer's map says of a test image, as one picture of small ones, or the wish for it. */
@Entity('activation_grid')
@Check('activation_grid_image_index_check', 'image_index >= 0')
@Check('activation_grid_preset_check', oneOf('preset', gridPresetNames))
@Check('activation_grid_status_check', oneOf('status', visualizationStatuses))
@Check('activation_grid_done_check', "status <> 'done' or result is not null and image_digest is not null")
@Index(['imageDigest'])
@Index(['contentKey'])
@Unique(['modelId', 'imageIndex', 'layer', 'preset', 'seed'])
export class ActivationGrid {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  /** Place among the experiment's images, from 0: its test images, and behind them its own. */
  @Column({ name: 'image_index', type: 'integer' })
  imageIndex!: number;

  @Column({ type: 'text' })
  layer!: string;

  @Column({ type: 'text' })
  preset!: GridPresetName;

  /** Start pictures, transforms and groups follow from it. */
  @Column({ type: 'integer' })
  seed!: number;

  @Column({ type: 'text', default: 'queued' })
  status!: VisualizationStatus;

  /** Why it failed; null otherwise. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  /** Digest of the lossless PNG of all cells. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'image_digest', type: 'char', length: 64, nullable: true })
  imageDigest!: string | null;

  /** SHA-256 over all that it follows from: equal keys, equal grids. */
  @Column({ name: 'content_key', type: 'char', length: 64, nullable: true })
  contentKey!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: GridResult | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id' })
  model!: Relation<Model>;
}

/** What came out, and how. */
export interface GridResult {
  /** Cells of the layer's map. */
  rows: number;
  columns: number;
  /** Pixels of each side of a cell. */
  cellSize: number;
  /** The groups that the cells share pictures of, and the share of the activations that they leave out; null without. */
  grouping: { groups: number; error: number } | null;
  /** SHA-256 of the image and its label, if it has one. */
  dataDigest: string;
  backend: string;
  codeVersion: string;
}
