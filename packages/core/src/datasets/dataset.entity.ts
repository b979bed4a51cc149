import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Data that this installation's workers can read. Workers publish their catalogue when they start. */
@Entity('dataset')
@Check('dataset_classes_check', 'classes >= 2')
@Check('dataset_channels_check', 'channels in (1, 3)')
@Check('dataset_size_check', 'train_images >= 0 and test_images > 0 and height > 0 and width > 0')
export class Dataset {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'integer' })
  classes!: number;

  /** 0 for data that networks from elsewhere are measured on. */
  @Column({ name: 'train_images', type: 'integer' })
  trainImages!: number;

  @Column({ name: 'test_images', type: 'integer' })
  testImages!: number;

  /** Pixels. */
  @Column({ type: 'integer' })
  height!: number;

  /** Pixels. */
  @Column({ type: 'integer' })
  width!: number;

  /** 1 for grey, 3 for RGB. */
  @Column({ type: 'integer' })
  channels!: number;
}
