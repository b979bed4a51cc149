import { fromScratch } from '../methods/from-scratch.ts';
import type { PlannedMember, PlannedModel } from '../methods/method.ts';
import { methodNames, planMethod } from '../methods/methods.ts';
import type { ExperimentConfig } from './experiment-config.ts';

/** The family that a configuration asks for: the parent, then the models of each method. `newId` draws their ids. */
export function planModels(config: ExperimentConfig, newId: () => string): PlannedMember[] {
  const { architecture, weights, epochs } = config.parent;
  const parentId = newId();
  const orphan = {
    parentId: null,
    siblingId: null,
    sparsity: null,
    finalId: null,
    epoch: null,
    architecture,
  };
  const parent: PlannedMember = {
    model: { ...orphan, id: parentId, name: 'parent', position: 0, kind: 'parent' },
    recipe: { ...fromScratch(epochs, config.parent), ...(weights && { weights }) },
    checkpoints: 0,
  };
  const drafts = inOrder(config.ensembles).flatMap((method) =>
    planMethod(method, { config, parentId, newId }),
  );
  const others = drafts.map(({ recipe, checkpoints = 0, ...draft }, index): PlannedMember => {
    const model: PlannedModel = {
      ...orphan,
      id: draft.id ?? newId(),
      parentId,
      position: index + 1,
      ...draft,
    };
    return { model, recipe, checkpoints };
  });
  return [parent, ...others];
}

function inOrder(ensembles: ExperimentConfig['ensembles']): ExperimentConfig['ensembles'] {
  return methodNames.flatMap((name) => ensembles.filter(({ method }) => method === name));
}
