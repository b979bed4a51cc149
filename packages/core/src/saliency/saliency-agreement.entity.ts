import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Measurement } from '../evaluations/evaluation.entity.ts';
import { SaliencyMap } from './saliency-map.entity.ts';

/** How far the maps of two models of a family, taken alike, point to the same pixels; a row a pair. */
@Entity('saliency_agreement')
@Check('saliency_agreement_order_check', 'first_id < second_id')
@Index(['secondId'])
export class SaliencyAgreement {
  @PrimaryColumn({ name: 'first_id', type: 'uuid' })
  firstId!: string;

  @PrimaryColumn({ name: 'second_id', type: 'uuid' })
  secondId!: string;

  /** −1 to 1. */
  @Column({ name: 'rank_correlation', type: 'jsonb' })
  rankCorrelation!: Measurement;

  /** Share of the strongest pixels, 0 to 1. */
  @Column({ name: 'top_overlap', type: 'jsonb' })
  topOverlap!: Measurement;

  /** Pixels. */
  @Column({ name: 'centre_shift', type: 'jsonb' })
  centreShift!: Measurement;

  @ManyToOne(() => SaliencyMap, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'first_id' })
  first!: Relation<SaliencyMap>;

  @ManyToOne(() => SaliencyMap, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'second_id' })
  second!: Relation<SaliencyMap>;
}
