import {
  Check,
  Column,
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
import { Experiment } from '../experiments/experiment.entity.ts';

/** One of an experiment's test images that is shown somewhere, as a picture. */
@Entity('test_image')
@Check('test_image_image_index_check', 'image_index >= 0')
@Check('test_image_size_check', 'height > 0 and width > 0')
@Unique(['experimentId', 'imageIndex'])
@Index(['imageDigest'])
export class TestImage {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  /** Place among the experiment's test images, from 0. */
  @Column({ name: 'image_index', type: 'integer' })
  imageIndex!: number;

  /** The class that it is of, from 0. */
  @Column({ type: 'integer' })
  label!: number;

  /** Pixels. */
  @Column({ type: 'integer' })
  height!: number;

  @Column({ type: 'integer' })
  width!: number;

  /** Digest of the PNG. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'image_digest', type: 'char', length: 64 })
  imageDigest!: string;

  @ManyToOne(() => Experiment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;
}
