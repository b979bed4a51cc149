import { DomainError, type Model, type ModelKind } from '@kindred/core';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../connections/page-args.ts';
import { ModelKindEnum } from './model.type.ts';

@InputType({ description: 'Which models of a family are looked for; each part narrows them down further.' })
export class ModelFilter {
  @Field(() => [ModelKindEnum], {
    nullable: true,
    description: 'Those of any of these kinds; CHECKPOINT is refused, `Model.checkpoints` has them.',
  })
  kind?: ModelKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that have weights, or those that have none yet.',
  })
  trained?: boolean | null;
}

@ArgsType()
export class ModelsArgs extends PageArgs {
  @Field(() => ModelFilter, { nullable: true, description: 'Which; all without.' })
  filter?: ModelFilter | null;
}

/** Throws BAD_INPUT for kinds that no family lists. */
export function filterModels(family: readonly Model[], filter: ModelFilter | null | undefined): Model[] {
  const { kind, trained } = filter ?? {};
  if (kind?.includes('checkpoint'))
    throw new DomainError(
      'BAD_INPUT',
      'filter.kind: checkpoints are no members of a family: ask the models that they became for `checkpoints`.',
    );
  return family.filter(
    (model) =>
      (kind == null || kind.includes(model.kind)) &&
      (trained == null || trained === (model.weightsDigest !== null)),
  );
}
