import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Data that this installation's workers can read. Workers publish their catalogue when they start. */
@Entity('dataset')
export class Dataset {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'integer' })
  classes!: number;

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
