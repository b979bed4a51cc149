import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../access/user.entity.ts';
import { Note } from './note.entity.ts';

/** A place of a note's text that means a person. */
@Entity('note_mention')
@Check('note_mention_place_check', 'start_at >= 0 and end_at > start_at')
export class NoteMention {
  @PrimaryColumn({ name: 'note_id', type: 'uuid' })
  noteId!: string;

  /** Where its `@` stands, in characters (code points) from 0. */
  @PrimaryColumn({ name: 'start_at', type: 'integer' })
  start!: number;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  @Index()
  userId!: string;

  /** Behind its last character. */
  @Column({ name: 'end_at', type: 'integer' })
  end!: number;

  @ManyToOne(
    () => Note,
    (note) => note.mentions,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'note_id' })
  note!: Relation<Note>;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User>;
}
