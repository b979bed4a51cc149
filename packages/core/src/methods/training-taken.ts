import type { Model } from '../models/model.entity.ts';
import { type MethodConfig, sharingOf } from './methods.ts';
import { workOfSharing } from './shared-network.ts';

/** The models whose training these members took: themselves, and their parent where they come from it. */
export function trainedFor(members: readonly Model[], family: readonly Model[]): Model[] {
  const parents = family.filter(({ id }) => members.some(({ parentId }) => parentId === id));
  return [...parents, ...members];
}

/** Epochs that a model was trained for, in passes through one network; one that members share counts as often as it computes. */
export function epochsOf(model: Model, ensembles: readonly MethodConfig[]): number {
  const sharing = sharingOf(model, ensembles);
  return model.training!.epochs * (sharing ? workOfSharing(sharing) : 1);
}
