import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Architecture } from './architecture.entity.ts';

/** A layer whose channels are neurons. Its name is the first half of a neuron's address. */
@Entity('layer')
@Check('layer_position_check', 'position >= 0')
@Check('layer_channels_check', 'channels > 0')
export class Layer {
  @PrimaryColumn({ name: 'architecture', type: 'text' })
  architectureName!: string;

  /** For example `stage2.block0`. */
  @PrimaryColumn({ type: 'text' })
  name!: string;

  /** Place from the input, from 0. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'integer' })
  channels!: number;

  @ManyToOne(
    () => Architecture,
    (architecture) => architecture.layers,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'architecture' })
  architecture!: Relation<Architecture>;
}
