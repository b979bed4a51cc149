import { modelKinds } from '@kindred/core';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { notable } from '../notes/notable.type.ts';
import { TrainingType } from './training.type.ts';
import { TrainingCurveType } from './training-curve.type.ts';

export const ModelKindEnum = upperCaseEnum(modelKinds);

registerEnumType(ModelKindEnum, {
  name: 'ModelKind',
  description: 'How a model came to be.',
  valuesConfig: {
    PARENT: { description: 'Trained from scratch; the family comes from it.' },
    CHILD: { description: 'The parent pruned by a mask, then tuned.' },
    TICKET: { description: 'The parent’s largest weights, then tuned: its lottery ticket.' },
    SNAPSHOT: { description: 'The parent trained on for a cosine cycle or more.' },
    FGE: { description: 'The parent trained on to a low point of a triangle, or a later one.' },
    HORIZONTAL: { description: 'The parent trained on for the last epochs of its run.' },
    DENSE: { description: 'Trained from scratch beside the parent.' },
    DROPOUT: { description: 'Trained with dropout; its members are thinned at random.' },
    LTR: { description: 'A ticket of iterative magnitude pruning with rewinding.' },
    EDST: { description: 'A sparse network whose weights are dropped and grown while it trains.' },
    TREENET: { description: 'Members with branches of their own on a trunk that they share.' },
    BATCH_ENSEMBLE: { description: 'Members that share all weights but two vectors a layer.' },
    MIMO: { description: 'Members that share a network with an input and a head for each.' },
    CHECKPOINT: { description: 'What another model was on its way, after some of its training.' },
  },
});

@ObjectType('Model', {
  implements: notable,
  description: 'One trained network of a family, or one still to be trained.',
})
export class ModelType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, {
    description:
      '`parent`, `child-1`, `ticket`, `snapshot-2`, …; `child-1@0.25` for what `child-1` was after a quarter epoch.',
  })
  name!: string;

  @Field(() => ModelKindEnum, { description: 'How it came to be.' })
  kind!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of prunable weights removed, 0 to 1; null without a mask.',
  })
  sparsity!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Passes over the training images after which a checkpoint was taken, 0 for none; null for any other.',
  })
  epoch!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of its weights as a safetensors artifact, under `/artifacts/`; null until it is trained.',
  })
  weightsDigest!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of its mask as a safetensors artifact; null without a mask.',
  })
  maskDigest!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of its ONNX artifact; null until `exportOnnx` has asked for it and it is written.',
  })
  onnxDigest!: string | null;

  @Field(() => TrainingType, {
    nullable: true,
    description: 'How it came to its weights; null until it is trained.',
  })
  training!: TrainingType | null;

  @Field(() => TrainingCurveType, {
    nullable: true,
    description: 'Its loss and learning rate, while it is trained too; null until then, and for checkpoints.',
  })
  trainingCurve!: TrainingCurveType | null;
}

export const ModelConnection = connectionOf('Model', () => ModelType);
