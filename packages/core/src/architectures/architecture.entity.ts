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

  /** Pixels of the smallest pictures that it takes; null where any will do. */
  @Column({ name: 'smallest_side', type: 'integer', nullable: true })
  smallestSide!: number | null;

  /** The one number of classes that it can have; null where any will do. */
  @Column({ type: 'integer', nullable: true })
  classes!: number | null;

  @OneToMany(
    () => Layer,
    (layer) => layer.architecture,
  )
  layers!: Relation<Layer[]>;
}
