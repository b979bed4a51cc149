import type { Model } from '@kindred/core';
import { Field, Float, ObjectType } from 'type-graphql';
import type { ModelRecipeArgs } from '../distances/model-recipe.args.ts';
import { ModelType } from '../models/model.type.ts';
import type { Neuron } from '../neurons/neuron.ts';
import { NeuronType } from '../neurons/neuron.type.ts';

@ObjectType('DivergencePoint', {
  description: 'How far a model had come from its parent and its sibling at a point of its training.',
})
export class DivergencePointType {
  @Field(() => Float, { description: 'Passes over the training images until then, 0 for none.' })
  epoch!: number;

  @Field(() => ModelType, { description: 'What it was then: a checkpoint; at the end, the model itself.' })
  model!: Model;

  recipe!: ModelRecipeArgs;
}

@ObjectType('NeuronDivergencePoint', {
  description: 'How far a neuron had come from its parent’s and its sibling’s at a point of its training.',
})
export class NeuronDivergencePointType {
  @Field(() => Float, { description: 'Passes over the training images until then, 0 for none.' })
  epoch!: number;

  @Field(() => NeuronType, { description: 'The neuron as it was then.' })
  neuron!: Neuron;

  recipe!: { preset: string | null; seed: number | null };
}
