import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { User } from '../access/user.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';

/** Characters of the longest title, and of the longest address. */
export const longestTitle = 120;
export const longestPath = 2_000;

/** A view of the dashboard on an experiment that somebody named, so that its address is short and stays. */
@Entity('saved_comparison')
@Check('saved_comparison_title_check', `char_length(title) between 1 and ${longestTitle}`)
@Check('saved_comparison_path_check', `path like '/experiments/%' and char_length(path) <= ${longestPath}`)
@Index(['experimentId', 'createdAt', 'id'])
@Index(['createdAt', 'id'])
export class SavedComparison {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The experiment whose page it is. */
  @Column({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  @Column({ type: 'text' })
  title!: string;

  /** Of the view in the dashboard, with its parameters: `/experiments/…/neurons/stage2.block0%3A17?view=wipe`. */
  @Column({ type: 'text' })
  path!: string;

  /** Null on a server that has one owner, and once they are gone. */
  @Column({ name: 'author_id', type: 'uuid', nullable: true })
  authorId!: string | null;

  /** To the millisecond, as a Date is, so that pages go on after it. */
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @ManyToOne(() => Experiment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;

  @ManyToOne(() => User, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'author_id' })
  author!: Relation<User> | null;
}
