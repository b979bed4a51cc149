import { type Claim, type ClaimPlace, type ComparedClaim, findClaims, publishedValue } from '@kindred/core';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { cutPage } from '../../connections/cut-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { loadExperiment } from '../experiments/load-experiment.ts';
import { ClaimConnection, ClaimPlaceEnum, ClaimType } from './claim.type.ts';

@Resolver(() => ClaimType)
export class ClaimResolver {
  @Access('viewer')
  @Query(() => ClaimConnection, {
    description: 'What the paper publishes, beside what an experiment measured; in the paper’s order.',
  })
  async claims(
    @Arg('experiment', () => ID, { description: 'The experiment’s id.' }) id: string,
    @Arg('place', () => ClaimPlaceEnum, {
      nullable: true,
      description: 'One table or figure; all if left out.',
    })
    place: ClaimPlace | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<ComparedClaim>> {
    const experiment = await loadExperiment(id, context);
    return cutPage(await findClaims(context.db, context.readHashes, experiment, place), page, keyOf);
  }

  @FieldResolver(() => Float, {
    description: 'The published number in the unit of `measured`: shares from 0 to 1.',
  })
  value(@Root() claim: Claim): number {
    return publishedValue(claim);
  }
}

const keyOf = ({ place, part, row, column }: Claim): string => [place, part, row, column].join('/');
