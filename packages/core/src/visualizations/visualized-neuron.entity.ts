import { Column, Entity, ForeignKey, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Architecture } from '../architectures/architecture.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';

/** A neuron of which some model of an experiment has a plain picture, or the wish for one; kept by a trigger on `visualization`. */
@Entity('visualized_neuron')
export class VisualizedNeuron {
  @PrimaryColumn({ name: 'experiment_id', type: 'uuid' })
  experimentId!: string;

  @PrimaryColumn({ type: 'text' })
  layer!: string;

  @PrimaryColumn({ type: 'integer' })
  channel!: number;

  /** That of the first of the models. */
  @ForeignKey(() => Architecture)
  @Column({ type: 'text' })
  architecture!: string;

  @ManyToOne(() => Experiment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'experiment_id' })
  experiment!: Relation<Experiment>;
}
