import type { Model } from '../models/model.entity.ts';
import type { ExperimentConfig } from './experiment-config.ts';

export type PlannedModel = Pick<
  Model,
  'id' | 'name' | 'position' | 'kind' | 'architecture' | 'parentId' | 'siblingId' | 'sparsity'
>;

/** The family that a configuration asks for, by the methods that make it. */
export interface PlannedFamily {
  parent: PlannedModel;
  /** Anti-random pairs: the second's mask is the complement of the first's. */
  pairs: [PlannedModel, PlannedModel][];
  /** By age. */
  snapshots: PlannedModel[];
}

/** All models of the family, in order: the parent, then children, then snapshots. */
export function familyMembers({ parent, pairs, snapshots }: PlannedFamily): PlannedModel[] {
  return [parent, ...pairs.flat(), ...snapshots];
}

/** `newId` draws the ids of models. */
export function planModels(config: ExperimentConfig, newId: () => string): PlannedFamily {
  const pruneAndTune = config.ensembles.find((ensemble) => ensemble.method === 'prune-and-tune');
  const snapshot = config.ensembles.find((ensemble) => ensemble.method === 'snapshot');
  const root = { parentId: null, siblingId: null, sparsity: null, architecture: config.parent.architecture };
  const parent: PlannedModel = { ...root, id: newId(), name: 'parent', position: 0, kind: 'parent' };
  const heir = { ...root, parentId: parent.id };

  const pairs = Array.from({ length: pruneAndTune?.pairs ?? 0 }, (_, pair): [PlannedModel, PlannedModel] => {
    const [firstId, secondId] = [newId(), newId()];
    const child = { ...heir, kind: 'child' as const, sparsity: pruneAndTune!.pruning.sparsity };
    const place = 2 * pair + 1;
    return [
      { ...child, id: firstId, name: `child-${place}`, position: place, siblingId: secondId },
      { ...child, id: secondId, name: `child-${place + 1}`, position: place + 1, siblingId: firstId },
    ];
  });

  const snapshots = Array.from({ length: snapshot?.members ?? 0 }, (_, index): PlannedModel => {
    const position = 1 + 2 * pairs.length + index;
    return { ...heir, id: newId(), name: `snapshot-${index + 1}`, position, kind: 'snapshot' };
  });

  return { parent, pairs, snapshots };
}
