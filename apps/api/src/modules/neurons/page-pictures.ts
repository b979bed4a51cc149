import type { Layer, Model, Picture } from '@kindred/core';
import type { GraphQLResolveInfo } from 'graphql';
import { asksFor } from '../../connections/asks-for.ts';
import type { Context } from '../../context.ts';

/** Newest plain pictures by channel. */
export interface PagePictures {
  own: ReadonlyMap<number, Picture>;
  /** Of the model's sibling. */
  sibling?: ReadonlyMap<number, Picture>;
}

/**
 * What a page's neurons will be asked for, by the operation's text: found for all of them at once, and then answered without a promise
 * for each, which would take longer than the finding. Undefined where no newest picture is asked for.
 */
export async function loadPagePictures(
  model: Model,
  layer: Layer,
  channels: readonly number[],
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<PagePictures | undefined> {
  const comparing = model.siblingId !== null && asksFor(info, ['nodes', 'distanceToSibling']);
  if (!comparing && !asksFor(info, ['nodes', 'visualization'])) return undefined;
  const load = (modelId: string) => loaders.layerPictures.load({ modelId, layer: layer.name, channels });
  const [own, sibling] = await Promise.all([load(model.id), comparing ? load(model.siblingId!) : undefined]);
  return { own, sibling };
}
