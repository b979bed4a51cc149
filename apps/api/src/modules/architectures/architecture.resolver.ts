import { Architecture } from '@kindred/core';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { ArchitectureType } from './architecture.type.ts';

@Resolver()
export class ArchitectureResolver {
  @Access('viewer')
  @Query(() => [ArchitectureType], { description: 'What can be trained here, by name.' })
  architectures(@Ctx() { db }: Context): Promise<Architecture[]> {
    return db
      .getRepository(Architecture)
      .find({ relations: { layers: true }, order: { name: 'ASC', layers: { position: 'ASC' } } });
  }
}
