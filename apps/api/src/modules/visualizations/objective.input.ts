import { formatNeuronRef, type NeuronRef, type Objective, parseObjective } from '@kindred/core';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { NeuronRefScalar } from '../../scalars/neuron-ref.scalar.ts';
import { ContrastKindEnum, ObjectiveSignEnum } from './objective.type.ts';

@InputType({ description: 'A cell of a layer’s map, as it is for the picture with its border of grey.' })
export class PlaceInput {
  @Field(() => Int, { nullable: true, description: 'Column, from 0; the middle without.' })
  x?: number | null;

  @Field(() => Int, { nullable: true, description: 'Row, from 0; the middle without.' })
  y?: number | null;
}

@InputType({ description: 'A neuron that a picture is to raise or lower beside its own.' })
export class ObjectiveTermInput {
  @Field(() => NeuronRefScalar, { description: 'Its address.' })
  neuron!: NeuronRef;

  @Field(() => Float, { defaultValue: 1, description: 'Below 0 it is lowered where the others are raised.' })
  weight!: number;

  @Field(() => PlaceInput, { nullable: true, description: 'Where in its map; the mean without.' })
  at?: PlaceInput | null;
}

@InputType({ description: 'A group of pictures that are to differ by their features in the neuron’s layer.' })
export class DiversityInput {
  @Field(() => Int, { defaultValue: 0, description: 'Which of them is looked up; a request asks for all.' })
  index!: number;

  @Field(() => Int, { description: 'How many, 2 to 8.' })
  of!: number;

  @Field(() => Float, {
    defaultValue: 100,
    description: 'Of what they share, against the sum of their activations; Lucent’s examples have 100.',
  })
  weight!: number;
}

@InputType({ description: 'Another trained model of the same architecture that looks at the same picture.' })
export class ContrastInput {
  @Field(() => ID, { description: 'Its id.' })
  model!: string;

  @Field(() => ContrastKindEnum, { description: 'Whether what it sees is taken away or added.' })
  kind!: string;
}

@InputType({ description: 'What a picture is to raise or lower, starting from its neuron.' })
export class ObjectiveInput {
  @Field(() => ObjectiveSignEnum, {
    defaultValue: ObjectiveSignEnum.MAXIMISE,
    description: 'Whether the sum of the terms is raised or lowered.',
  })
  sign!: string;

  @Field(() => PlaceInput, {
    nullable: true,
    description: 'Where in its map the neuron is read; the mean without.',
  })
  at?: PlaceInput | null;

  @Field(() => [ObjectiveTermInput], {
    nullable: true,
    description: 'Neurons beside it: another for a pair, more of its layer for a direction.',
  })
  with?: ObjectiveTermInput[] | null;

  @Field(() => DiversityInput, {
    nullable: true,
    description: 'Asks for several pictures that are to differ.',
  })
  diversity?: DiversityInput | null;

  @Field(() => ContrastInput, {
    nullable: true,
    description: 'Sets the neuron against the same of another model.',
  })
  contrast?: ContrastInput | null;
}

/** Throws BAD_INPUT for an objective that makes no sense. */
export function toObjective({ sign, at, with: terms, diversity, contrast }: ObjectiveInput): Objective {
  return parseObjective({
    sign,
    at: at ? toPlace(at) : undefined,
    with: terms?.map(({ neuron, weight, at }) => ({
      neuron: formatNeuronRef(neuron),
      weight,
      at: at ? toPlace(at) : undefined,
    })),
    diversity: diversity ? { ...diversity } : undefined,
    contrast: contrast ? { modelId: contrast.model, kind: contrast.kind } : undefined,
  });
}

function toPlace({ x, y }: PlaceInput): Objective['at'] {
  return { x: x ?? undefined, y: y ?? undefined };
}
