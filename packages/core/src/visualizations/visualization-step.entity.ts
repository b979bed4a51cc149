import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { Visualization } from './visualization.entity.ts';

/** A visualization as it was after a step of its rendering. */
@Entity('visualization_step')
@Check('visualization_step_step_check', 'step > 0')
@Index(['imageDigest'])
export class VisualizationStep {
  @PrimaryColumn({ name: 'visualization_id', type: 'uuid' })
  visualizationId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer' })
  step!: number;

  /** Digest of the lossless PNG; as large as the finished picture. */
  @ForeignKey(() => Artifact)
  @Column({ name: 'image_digest', type: 'char', length: 64 })
  imageDigest!: string;

  /** As the visualization's. */
  @Column({ type: 'double precision' })
  activation!: number;

  @ManyToOne(
    () => Visualization,
    (visualization) => visualization.steps,
    { onDelete: 'CASCADE' },
  )
  @JoinColumn({ name: 'visualization_id' })
  visualization!: Relation<Visualization>;
}
