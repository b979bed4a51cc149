import { type MatchKind, matchKinds } from '@kindred/core';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';

/** SAME_INDEX, MOVED, NEW, SILENT. */
export const MatchKindEnum = Object.fromEntries(
  matchKinds.map((kind) => [kind.toUpperCase().replace('-', '_'), kind]),
) as Record<string, MatchKind>;

registerEnumType(MatchKindEnum, {
  name: 'MatchKind',
  description:
    'Whether a neuron stayed at its index in another model, moved to another one, or is new there.',
  valuesConfig: {
    SAME_INDEX: { description: 'The same index correlates, and no other by much more.' },
    MOVED: { description: 'Another index correlates by much more.' },
    NEW: { description: 'No index correlates.' },
    SILENT: { description: 'It never changes on these images.' },
  },
});

@ObjectType('NeuronMatch', { description: 'Which neuron of another model does what this one does.' })
export class NeuronMatchType {
  @Field(() => MatchKindEnum, { description: 'Moved or changed.' })
  kind!: MatchKind;

  @Field(() => NeuronType, { description: 'The neuron of the other model with the highest correlation.' })
  neuron!: Neuron;

  @Field(() => Float, { description: 'Pearson’s r with that one, −1 to 1.' })
  correlation!: number;

  @Field(() => Float, { description: 'Pearson’s r with the same index there, −1 to 1.' })
  ownCorrelation!: number;

  @Field(() => Int, { description: 'Test images that it was correlated on, the first so many.' })
  images!: number;

  @Field(() => String, { description: 'What these values are, in words.' })
  definition!: string;
}

@ObjectType('LayerMatch', {
  description: 'How the neurons of a layer correlate with those of another model.',
})
export class LayerMatchType {
  @Field(() => String, { description: 'Name of the layer.' })
  layer!: string;

  @Field(() => Int, { description: 'Neurons of the layer.' })
  channels!: number;

  @Field(() => [[Float]], {
    description: 'Pearson’s r, a row for each neuron of this model, a column for each there.',
  })
  correlations!: number[][];

  @Field(() => [NeuronMatchType], { description: 'Of each neuron, by channel.' })
  matches!: NeuronMatchType[];

  @Field(() => Int, { description: 'Neurons that are at the same index there.' })
  same!: number;

  @Field(() => Int, { description: 'Neurons that are at another index there.' })
  moved!: number;

  @Field(() => Int, { description: 'Neurons that are nowhere there.' })
  new!: number;

  @Field(() => Int, { description: 'Neurons that never change on these images.' })
  silent!: number;

  @Field(() => Int, { description: 'Test images, the first so many.' })
  images!: number;

  @Field(() => String, { description: 'SHA-256 of these images and their labels.' })
  dataDigest!: string;

  @Field(() => String, { description: 'What these values are, in words.' })
  definition!: string;

  @Field(() => String, { description: 'What computed it.' })
  backend!: string;

  @Field(() => String, { description: 'Version and commit of what computed it.' })
  codeVersion!: string;

  @Field(() => Date, { description: 'When it was computed.' })
  createdAt!: Date;
}
