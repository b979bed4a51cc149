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
import { Dataset } from '../datasets/dataset.entity.ts';
import { Model } from '../models/model.entity.ts';

/** How the channels of a layer in one model correlate with those in another of its family, on images that both see. */
@Entity('layer_match')
@Check('layer_match_models_check', 'model_id <> other_id')
@Check('layer_match_images_check', 'images > 0')
@Check('layer_match_correlations_check', 'channels > 0 and length(correlations) = 4 * channels * channels')
@Unique(['modelId', 'otherId', 'layer', 'images'])
@Index(['otherId'])
export class LayerMatch {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Of the two, the one that comes first in the family. */
  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  @Column({ name: 'other_id', type: 'uuid' })
  otherId!: string;

  @Column({ type: 'text' })
  layer!: string;

  @Column({ type: 'integer' })
  channels!: number;

  @ForeignKey(() => Dataset)
  @Column({ type: 'text' })
  dataset!: string;

  /** SHA-256 of the images and labels. */
  @Column({ name: 'data_digest', type: 'char', length: 64 })
  dataDigest!: string;

  /** The first test images, so many. */
  @Column({ type: 'integer' })
  images!: number;

  /** [channels, channels] float32, rows for the first model: Pearson's correlation over all images and places. */
  @Column({ type: 'bytea' })
  correlations!: Buffer;

  @Column({ type: 'text' })
  backend!: string;

  @Column({ name: 'code_version', type: 'text' })
  codeVersion!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id' })
  model!: Relation<Model>;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'other_id' })
  other!: Relation<Model>;
}
