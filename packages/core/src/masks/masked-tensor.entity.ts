import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Model } from '../models/model.entity.ts';

/** What a model's mask leaves of one of its tensors. */
@Entity('masked_tensor')
@Check('masked_tensor_kept_check', 'kept between 0 and weights')
@Check('masked_tensor_weights_check', 'weights > 0 and weights = length(bits)')
@Check('masked_tensor_filters_check', 'filters > 0')
@Check('masked_tensor_position_check', 'position >= 0')
export class MaskedTensor {
  @PrimaryColumn({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  /** As in the files of weights and masks: `layer2.0.conv1.weight`. */
  @PrimaryColumn({ type: 'text' })
  tensor!: string;

  /** Place among the model's masked tensors, from the input on, from 0. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'integer' })
  weights!: number;

  /** Weights that the mask keeps; 0 where the layer collapsed. */
  @Column({ type: 'integer' })
  kept!: number;

  /** Output channels. */
  @Column({ type: 'integer' })
  filters!: number;

  /** Filters with no weight left. */
  @Column({ name: 'without_incoming', type: 'integer', array: true })
  withoutIncoming!: number[];

  /** Filters that no kept weight of another layer reads. */
  @Column({ name: 'without_outgoing', type: 'integer', array: true })
  withoutOutgoing!: number[];

  /** [height, width, in, out], 1 kept and 0 pruned: what masks are compared by. Megabytes, so read by SQL alone. */
  @Column({ type: 'bit varying', select: false })
  bits!: string;

  @ManyToOne(() => Model, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id' })
  model!: Relation<Model>;
}
