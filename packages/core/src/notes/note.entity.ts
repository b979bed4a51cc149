import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { User } from '../access/user.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { NoteMention } from './note-mention.entity.ts';

/** Characters of the longest note. */
export const longestNote = 10_000;

/** What somebody wrote about an experiment or something in it. */
@Entity('note')
@Check('note_text_check', `char_length(text) between 1 and ${longestNote}`)
@Index(['nodeId', 'createdAt', 'id'])
@Index(['experimentId', 'neuron', 'createdAt', 'id'])
@Index(['experimentId', 'createdAt', 'id'])
export class Note {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The experiment that it is about, or that what it is about belongs to. */
  @Column({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  /** Id of the row that it is about; of a neuron, that of its model. */
  @Column({ name: 'node_id', type: 'uuid' })
  nodeId!: string;

  /** Address of the neuron that it is about; null where it is about a row. */
  @Column({ type: 'text', nullable: true })
  neuron!: string | null;

  /** Markdown, as it was written. */
  @Column({ type: 'text' })
  text!: string;

  /** Null on a server that has one owner, and once they are gone. */
  @Column({ name: 'author_id', type: 'uuid', nullable: true })
  authorId!: string | null;

  /** To the millisecond, as a Date is, so that pages go on after it. */
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @ManyToOne(() => Experiment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;

  @ManyToOne(() => User, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'author_id' })
  author!: Relation<User> | null;

  @OneToMany(
    () => NoteMention,
    (mention) => mention.note,
  )
  mentions!: Relation<NoteMention[]>;
}
