import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A worker that says every few seconds that it is there. One that hasn't for a while is gone, whatever became of it. */
@Entity('running_worker')
export class RunningWorker {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** What it has and others may not: `gpu`, `backend:onnxruntime`, `dataset:cifar10`, … */
  @Column({ type: 'text', array: true })
  labels!: string[];

  @Column({ name: 'seen_at', type: 'timestamptz' })
  seenAt!: Date;
}
