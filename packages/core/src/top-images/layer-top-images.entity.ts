import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { Dataset } from '../datasets/dataset.entity.ts';
import { Model } from '../models/model.entity.ts';

/** Images of a channel, at most. */
export const mostTopImages = 9;

/** The test images that excite each channel of a layer most, the strongest first. */
@Entity('layer_top_images')
@Check('layer_top_images_images_check', 'images > 0 and kept between 1 and images')
@Check('layer_top_images_map_check', 'channels > 0 and map_height > 0 and map_width > 0')
@Check(
  'layer_top_images_lengths_check',
  'length(image_indices) = 4 * channels * kept and length(activations) = 4 * channels * kept and length(places) = 4 * channels * kept and length(means) = 4 * channels and length(active_shares) = 4 * channels',
)
@Unique(['modelId', 'layer'])
export class LayerTopImages {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  @Column({ type: 'text' })
  layer!: string;

  @Column({ type: 'integer' })
  channels!: number;

  /** Images of each channel. */
  @Column({ type: 'integer' })
  kept!: number;

  /** Cells of the layer's map. */
  @Column({ name: 'map_height', type: 'integer' })
  mapHeight!: number;

  @Column({ name: 'map_width', type: 'integer' })
  mapWidth!: number;

  /** [channels, kept] int32, places among the experiment's test images. */
  @Column({ name: 'image_indices', type: 'bytea' })
  imageIndices!: Buffer;

  /** [channels, kept] float32, each image's largest activation. */
  @Column({ type: 'bytea' })
  activations!: Buffer;

  /** [channels, kept] int32, where that is in the map: row · width + column. */
  @Column({ type: 'bytea' })
  places!: Buffer;

  /** [channels] float32, means over all images of their largest activations. */
  @Column({ type: 'bytea' })
  means!: Buffer;

  /** [channels] float32, shares of all images whose largest activation is above 0. */
  @Column({ name: 'active_shares', type: 'bytea' })
  activeShares!: Buffer;

  /** What these values are, in words. */
  @Column({ type: 'text' })
  definition!: string;

  @ForeignKey(() => Dataset)
  @Column({ type: 'text' })
  dataset!: string;

  /** SHA-256 of the images and labels. */
  @Column({ name: 'data_digest', type: 'char', length: 64 })
  dataDigest!: string;

  /** All of the experiment's test images, so many. */
  @Column({ type: 'integer' })
  images!: number;

  @Column({ type: 'text' })
  backend!: string;

  @Column({ name: 'code_version', type: 'text' })
  codeVersion!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id' })
  model!: Relation<Model>;
}
