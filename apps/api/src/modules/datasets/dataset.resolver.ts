import { Dataset } from '@kindred/core';
import { Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { DatasetType } from './dataset.type.ts';

@Resolver()
export class DatasetResolver {
  @Access('viewer')
  @Query(() => [DatasetType], { description: 'What can be trained on here, by name.' })
  datasets(@Ctx() { db }: Context): Promise<Dataset[]> {
    return db.getRepository(Dataset).find({ order: { name: 'ASC' } });
  }
}
