import { contrastKinds, type Model, objectiveSigns } from '@kindred/core';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { ModelType } from '../models/model.type.ts';

export const ObjectiveSignEnum = upperCaseEnum(objectiveSigns);
export const ContrastKindEnum = upperCaseEnum(contrastKinds);

registerEnumType(ObjectiveSignEnum, {
  name: 'ObjectiveSign',
  description: 'Whether a picture raises or lowers.',
  valuesConfig: {
    MAXIMISE: { description: 'It raises the sum of its terms.' },
    MINIMISE: { description: 'It lowers the sum of its terms.' },
  },
});

registerEnumType(ContrastKindEnum, {
  name: 'ContrastKind',
  description: 'What becomes of what another model sees of the same neurons.',
  valuesConfig: {
    DIFFERENCE: { description: 'It is taken away: what only this model is excited by.' },
    SUM: { description: 'It is added: what both are excited by.' },
  },
});

@ObjectType('Place', {
  description: 'A cell of a layer’s map, as it is for the picture with its border of grey.',
})
export class PlaceType {
  @Field(() => Int, { nullable: true, description: 'Column, from 0; null for the middle.' })
  x?: number;

  @Field(() => Int, { nullable: true, description: 'Row, from 0; null for the middle.' })
  y?: number;
}

@ObjectType('ObjectiveTerm', { description: 'A neuron that a picture raises or lowers beside its own.' })
export class ObjectiveTermType {
  @Field(() => String, { description: 'Its address.' })
  neuron!: string;

  @Field(() => Float, { description: 'Beside that of the picture’s own neuron, which is 1.' })
  weight!: number;

  @Field(() => PlaceType, { nullable: true, description: 'Where in its map; null for the mean.' })
  at?: PlaceType;
}

@ObjectType('Diversity', {
  description: 'A group of pictures that differ by their features in the neuron’s layer.',
})
export class DiversityType {
  @Field(() => Int, { description: 'Which of them this is, from 0.' })
  index!: number;

  @Field(() => Int, { description: 'How many there are.' })
  of!: number;

  @Field(() => Float, { description: 'Of what they share, against the sum of their activations.' })
  weight!: number;
}

@ObjectType('Contrast', { description: 'Another model that looks at the same picture.' })
export class ContrastType {
  @Field(() => ContrastKindEnum, { description: 'Whether what it sees is taken away or added.' })
  kind!: string;

  @Field(() => ModelType, { nullable: true, description: 'The other model; null if it is gone.' })
  model!: Model | null;
}

@ObjectType('Objective', { description: 'What a picture raises or lowers, starting from its neuron.' })
export class ObjectiveType {
  @Field(() => ObjectiveSignEnum, { description: 'Whether the sum of the terms is raised or lowered.' })
  sign!: string;

  @Field(() => PlaceType, {
    nullable: true,
    description: 'Where in its map the neuron is read; null for the mean.',
  })
  at?: PlaceType;

  @Field(() => DiversityType, {
    nullable: true,
    description: 'The group that it is one of; null if it is alone.',
  })
  diversity?: DiversityType;
}
