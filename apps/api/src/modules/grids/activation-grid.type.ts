import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { notable } from '../notes/notable.type.ts';
import { VisualizationStatusEnum } from '../visualizations/visualization.type.ts';

@ObjectType('ActivationGrid', {
  implements: notable,
  description:
    'What each cell of a layer’s map says of an image, as one picture of small ones, or the wish for it: each is optimised to bring about what the layer said of its cell.',
})
export class ActivationGridType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => Int, {
    description:
      'Which of the experiment’s images, from 0: test images, and behind them those that people brought.',
  })
  imageIndex!: number;

  @Field(() => String, { description: 'The layer: `stage2.block0`.' })
  layer!: string;

  @Field(() => String, { description: 'Name of the preset: `quick`, `simple`, `grouped`.' })
  preset!: string;

  @Field(() => Int, {
    description: 'Start pictures, transforms and groups follow from it, for all models the same.',
  })
  seed!: number;

  @Field(() => VisualizationStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Why it failed; null otherwise.' })
  error!: string | null;
}

export const ActivationGridConnection = connectionOf('ActivationGrid', () => ActivationGridType);

@ObjectType('GridGrouping', {
  description:
    'The groups of channels, by non-negative matrix factorisation, that a grid’s cells share pictures of.',
})
export class GridGroupingType {
  @Field(() => Int, { description: 'How many there are.' })
  groups!: number;

  @Field(() => Float, {
    description:
      'What they leave out of the activations: the norm of the difference as a share of that of the activations, 0 to 1.',
  })
  error!: number;
}

@ObjectType('GridResult', { description: 'What came out of an activation grid, and how it was made.' })
export class GridResultType {
  @Field(() => Int, { description: 'Cells of the layer’s map from top to bottom.' })
  rows!: number;

  @Field(() => Int, { description: 'Cells of the layer’s map from left to right.' })
  columns!: number;

  @Field(() => Int, { description: 'Pixels of each side of a cell.' })
  cellSize!: number;

  @Field(() => GridGroupingType, { nullable: true, description: 'Null where each cell stands alone.' })
  grouping!: GridGroupingType | null;

  @Field(() => String, { description: 'SHA-256 of the image and its label, if it has one.' })
  dataDigest!: string;

  @Field(() => String, {
    description:
      'SHA-256 over all that it follows from: weights, image, recipe, seed, backend, code version. Equal keys, equal grids.',
  })
  contentKey!: string;

  @Field(() => String, { description: 'What computed it, for example `wasm`.' })
  backend!: string;

  @Field(() => String, { description: 'Version of the program that rendered it.' })
  codeVersion!: string;
}
