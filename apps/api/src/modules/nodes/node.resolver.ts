import { DomainError } from '@kindred/core';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { loadNode } from './load-node.ts';
import { NodeType } from './node.type.ts';

const maximum = 100;

@Resolver()
export class NodeResolver {
  @Access('viewer')
  @Query(() => NodeType, { nullable: true, description: 'Whatever has this id; null where nothing has.' })
  node(
    @Arg('id', () => ID, { description: 'Any id of this graph.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return loadNode(id, context);
  }

  @Access('viewer')
  @Query(() => [NodeType], {
    nullable: 'items',
    complexity: ({ args, childComplexity }) => 1 + args.ids.length * childComplexity,
    description: 'The same for many ids, in their order.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Any ids of this graph, ${maximum} at most.` }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(object | null)[]> {
    if (ids.length > maximum)
      throw new DomainError(
        'BAD_INPUT',
        `${ids.length} ids came and ${maximum} are allowed: ask for the rest in another operation.`,
      );
    return Promise.all(ids.map((id) => loadNode(id, context)));
  }
}
