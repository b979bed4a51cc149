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
import { User } from '../access/user.entity.ts';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';

/** An image that somebody shows an experiment's networks; it has no label. */
@Entity('own_image')
@Check('own_image_image_index_check', 'image_index >= 0')
@Check('own_image_name_check', 'char_length(name) between 1 and 200')
@Check('own_image_size_check', 'width > 0 and height > 0')
@Index(['imageDigest'])
@Unique(['experimentId', 'imageIndex'])
@Unique(['experimentId', 'imageDigest'])
export class OwnImage {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  /** Place among the experiment's images: behind its test images, in the order in which they came. */
  @Column({ name: 'image_index', type: 'integer' })
  imageIndex!: number;

  /** What its file was called. */
  @Column({ type: 'text' })
  name!: string;

  /** Pixels, as it came, upright. */
  @Column({ type: 'integer' })
  width!: number;

  @Column({ type: 'integer' })
  height!: number;

  /** Digest of the PNG of those pixels, in sRGB without transparency. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'image_digest', type: 'char', length: 64 })
  imageDigest!: string;

  /** Who brought it; null on a server that has one owner, for who is gone, and where it came with an archive. */
  @Column({ name: 'author_id', type: 'uuid', nullable: true })
  authorId!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @ManyToOne(() => Experiment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;

  @ManyToOne(() => User, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'author_id' })
  author!: Relation<User> | null;
}
