import { claimPlaces, claimVerdicts, type Evaluation, type Measurement } from '@kindred/core';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { EvaluationType, MeasurementType } from '../evaluations/evaluation.type.ts';

export const ClaimPlaceEnum = upperCaseEnum(claimPlaces);
const ClaimVerdictEnum = upperCaseEnum(claimVerdicts);

registerEnumType(ClaimPlaceEnum, {
  name: 'ClaimPlace',
  description: 'Where in the paper a number stands.',
  valuesConfig: {
    TABLE_1: { description: 'Table I: quality of ensembles.' },
    TABLE_2: { description: 'Table II: diversity of their members.' },
    TABLE_3: { description: 'Table III: the parent, its children and its lottery ticket.' },
    FIGURE_3: { description: 'Fig. 3: distances between pictures of one neuron.' },
  },
});

registerEnumType(ClaimVerdictEnum, {
  name: 'ClaimVerdict',
  description: 'How a published number stands beside a measured one.',
  valuesConfig: {
    AGREES: { description: 'It lies, as far as it is rounded, within the measured interval.' },
    ABOVE: { description: 'It lies above the measured interval.' },
    BELOW: { description: 'It lies below the measured interval.' },
    OTHER_SETTING: { description: 'Measured by the same definition, on other data or networks: `reasons`.' },
    OTHER_DEFINITION: { description: 'Nothing measured has its definition: `reasons`.' },
    NOT_MEASURED: { description: 'The experiment has no such number: `reasons`.' },
  },
});

@ObjectType('Claim', {
  description: 'A number that the paper publishes, beside what an experiment measured.',
})
export class ClaimType {
  @Field(() => ClaimPlaceEnum, { description: 'The table or figure.' })
  place!: string;

  @Field(() => String, { description: 'The part of it: the data, or the ensembles.' })
  part!: string;

  @Field(() => String, { description: 'The row, as printed.' })
  row!: string;

  @Field(() => String, {
    description: 'The column, as printed; `all nine` of Fig. 3 is the mean of a row, which is not printed.',
  })
  column!: string;

  @Field(() => String, { description: 'The number as printed, in `unit`.' })
  printed!: string;

  @Field(() => String, { description: '`%`, `share`, `nats` or `bits`.' })
  unit!: string;

  @Field(() => Boolean, { description: 'Whether the paper took it from others.' })
  fromElsewhere!: boolean;

  @Field(() => String, {
    description: 'What is known of its definition, and what was taken where the paper is silent.',
  })
  definition!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong in print; null as far as nothing is known.',
  })
  slip!: string | null;

  @Field(() => ClaimVerdictEnum, { description: 'How it stands beside the measured number.' })
  verdict!: string;

  @Field(() => [String], {
    description: 'What differs, or what is missing; empty where the numbers compare.',
  })
  reasons!: string[];

  @Field(() => MeasurementType, {
    nullable: true,
    description: 'The experiment’s number of the same definition; null where there is none.',
  })
  measured!: Measurement | null;

  @Field(() => EvaluationType, {
    nullable: true,
    description: 'Where the measured number is from; null for those of pictures.',
  })
  evaluation!: Evaluation | null;
}

export const ClaimConnection = connectionOf('Claim', () => ClaimType);
