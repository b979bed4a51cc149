import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Visualization } from './visualization.entity.ts';

/** The five perceptual hashes of a visualization's lossless pixels, first bit leftmost. */
@Entity('visualization_hashes')
@Index(['modelId', 'preset', 'seed'])
export class VisualizationHashes {
  @PrimaryColumn({ name: 'visualization_id', type: 'uuid' })
  visualizationId!: string;

  @Column({ type: 'bit', length: 64 })
  average!: string;

  @Column({ type: 'bit', length: 64 })
  perceptual!: string;

  @Column({ type: 'bit', length: 64 })
  difference!: string;

  @Column({ type: 'bit', length: 64 })
  wavelet!: string;

  /** 14 values of 3 bits. */
  @Column({ type: 'bit', length: 42 })
  color!: string;

  /** Which definition of the hashes the bits follow. */
  @Column({ type: 'text' })
  version!: string;

  /** Model, neuron, preset and seed of the visualization: here too, so that whoever compares many pictures reads one table. */
  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  @Column({ type: 'text' })
  layer!: string;

  @Column({ type: 'integer' })
  channel!: number;

  @Column({ type: 'text' })
  preset!: string;

  @Column({ type: 'integer' })
  seed!: number;

  /** Whether distances to it mean anything: not where the neuron stayed silent, nor by another than the plain objective. */
  @Column({ type: 'boolean' })
  comparable!: boolean;

  @OneToOne(
    () => Visualization,
    (visualization) => visualization.hashes,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'visualization_id' })
  visualization!: Relation<Visualization>;
}
