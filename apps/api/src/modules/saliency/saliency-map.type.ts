import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { MeasurementType } from '../evaluations/evaluation.type.ts';
import { notable } from '../notes/notable.type.ts';
import { VisualizationStatusEnum } from '../visualizations/visualization.type.ts';

@ObjectType('SaliencyMap', {
  implements: notable,
  description:
    'Which pixels of an image a model’s score of a class depends on, or the wish to know. Beside it stands the same with freshly initialised weights (Adebayo et al., 2018): a map that looks like that one tells of the architecture, not of what was learned.',
})
export class SaliencyMapType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => Int, {
    description:
      'Which of the experiment’s images, from 0: test images, and behind them those that people brought.',
  })
  imageIndex!: number;

  @Field(() => String, {
    description: '`gradient`, `smoothgrad-paper`, `smoothgrad-pair` or `smoothgrad-captum`.',
  })
  method!: string;

  @Field(() => String, { description: 'Whose score: `predicted`, `label`, or a class from 0 as a number.' })
  target!: string;

  @Field(() => Int, {
    description:
      'Noise and fresh weights follow from it; with the image it fixes the noise, for all models the same.',
  })
  seed!: number;

  @Field(() => VisualizationStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Why it failed; null otherwise.' })
  error!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of its float32 values as a safetensors artifact, under `/artifacts/`: `attributions` and, of fresh weights, `randomized`, [height, width, channels] each. Null until it is there.',
  })
  attributionsDigest!: string | null;
}

export const SaliencyMapConnection = connectionOf('SaliencyMap', () => SaliencyMapType);

@ObjectType('SaliencyResult', { description: 'What came out of a saliency map, and how it was made.' })
export class SaliencyResultType {
  @Field(() => Int, { description: 'The class whose score the map is of, from 0.' })
  class!: number;

  @Field(() => Int, { description: 'The class that the model puts the image in.' })
  predicted!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The class that the image is of; null of one that somebody brought.',
  })
  label!: number | null;

  @Field(() => String, { description: 'What the values are, in words.' })
  definition!: string;

  @Field(() => MeasurementType, {
    nullable: true,
    description:
      'The rank correlation with the map of fresh weights, −1 to 1: near 0 where the map tells of what was learned. Null where either is the same everywhere.',
  })
  sanity!: MeasurementType | null;

  @Field(() => String, { description: 'SHA-256 of the image and its label, if it has one.' })
  dataDigest!: string;

  @Field(() => String, {
    description:
      'SHA-256 over all that it follows from: weights, image, class, method, seed, backend, code version. Equal keys, equal maps.',
  })
  contentKey!: string;

  @Field(() => String, { description: 'What computed it, for example `wasm`.' })
  backend!: string;

  @Field(() => String, { description: 'Version of the program that computed it.' })
  codeVersion!: string;
}

@ObjectType('SaliencyAgreement', {
  description: 'How far a map and that of a relative, taken alike, point to the same pixels.',
})
export class SaliencyAgreementType {
  @Field(() => MeasurementType, { description: 'Spearman’s rank correlation over pixels, −1 to 1.' })
  rankCorrelation!: MeasurementType;

  @Field(() => MeasurementType, { description: 'Share of the strongest pixels that both have, 0 to 1.' })
  topOverlap!: MeasurementType;

  @Field(() => MeasurementType, { description: 'Distance of the centres of mass, in pixels.' })
  centreShift!: MeasurementType;
}
