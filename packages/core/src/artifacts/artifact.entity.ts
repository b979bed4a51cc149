import { Check, Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A file in the artifact store, addressed by its content. */
@Entity('artifact')
@Check('artifact_digest_check', "digest ~ '^[0-9a-f]{64}$'")
@Check('artifact_byte_length_check', 'byte_length >= 0')
export class Artifact {
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  @PrimaryColumn({ type: 'char', length: 64 })
  digest!: string;

  /** `image/png`, `application/vnd.safetensors`, … */
  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  /** Bytes. */
  @Column({ name: 'byte_length', type: 'integer' })
  byteLength!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
