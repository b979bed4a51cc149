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
  Unique,
} from 'typeorm';
import { oneOf } from '../database/one-of.ts';
import { type Role, roles } from './role.ts';
import { Workspace } from './workspace.entity.ts';

/** Lets a person with an address in once, into a workspace. */
@Entity('invitation')
@Check('invitation_role_check', oneOf('role', roles))
@Unique(['digest'])
export class Invitation {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'workspace_id', type: 'uuid' })
  @Index()
  workspaceId!: string;

  @Column({ type: 'text' })
  role!: Role;

  /** In small letters. */
  @Column({ type: 'text' })
  email!: string;

  /** SHA-256 of its secret, which is shown once. */
  @Column({ type: 'char', length: 64 })
  digest!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @ManyToOne(() => Workspace, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'workspace_id' })
  workspace!: Relation<Workspace>;
}
