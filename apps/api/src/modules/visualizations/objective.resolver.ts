import type { Objective } from '@kindred/core';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ContrastType, ObjectiveTermType, ObjectiveType } from './objective.type.ts';

@Resolver(() => ObjectiveType)
export class ObjectiveResolver {
  @FieldResolver(() => [ObjectiveTermType], {
    description: 'Neurons beside its own: a pair’s other, more of a direction.',
  })
  with(@Root() { with: terms = [] }: Objective): ObjectiveTermType[] {
    return terms;
  }

  @FieldResolver(() => ContrastType, { nullable: true, description: 'What it is set against; null without.' })
  async contrast(@Root() { contrast }: Objective, @Ctx() { loaders }: Context): Promise<ContrastType | null> {
    return contrast ? { kind: contrast.kind, model: await loaders.model.load(contrast.modelId) } : null;
  }
}
