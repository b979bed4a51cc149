import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ApiKey } from './api-key.entity.ts';
import { User } from './user.entity.ts';
import { Workspace } from './workspace.entity.ts';

/** A mutation that someone asked for, and what came of it. */
@Entity('audit_entry')
@Index(['workspaceId', 'at', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  /** Null on a server that has one owner. */
  @Column({ name: 'workspace_id', type: 'uuid', nullable: true })
  workspaceId!: string | null;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId!: string | null;

  @Column({ name: 'api_key_id', type: 'uuid', nullable: true })
  apiKeyId!: string | null;

  /** The mutation's name. */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'jsonb' })
  arguments!: Record<string, unknown>;

  /** Where it was asked from; null for what was written down before addresses were. */
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  /** `done`, or the code of the refusal. */
  @Column({ type: 'text' })
  outcome!: string;

  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'workspace_id' })
  workspace!: Relation<Workspace> | null;

  @ManyToOne(() => User, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User> | null;

  @ManyToOne(() => ApiKey, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'api_key_id' })
  apiKey!: Relation<ApiKey> | null;
}
