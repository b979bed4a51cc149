import { Column, Entity, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Layer } from './layer.entity.ts';

/** A network shape that this installation's workers can build. Workers publish their catalogue when they start. */
@Entity('architecture')
export class Architecture {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  description!: string;

  /** Whether a training of it can drop units. */
  @Column({ name: 'has_dropout', type: 'boolean' })
  hasDropout!: boolean;

  @OneToMany(
    () => Layer,
    (layer) => layer.architecture,
  )
  layers!: Relation<Layer[]>;
}
