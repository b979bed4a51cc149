import { MaskedTensor, Model, notifyExperiment } from '@kindred/core';
import {
  encodeMask,
  findDeadFilters,
  type Mask,
  reportLayers,
  sparsityOf,
  type TensorSpec,
  type Wiring,
} from '@kindred/ml';
import type { FamilyMember } from './family.ts';
import type { Store, TaskContext } from './task.ts';

/** How to store a model's mask: its file, and what it leaves of each tensor, in place of what was stored before. */
export function storeMask(
  { artifacts }: TaskContext,
  { model, specs, architecture }: FamilyMember,
  mask: Mask,
): Store {
  // Whatever is offered to be pruned tells its wiring.
  const tensors = describeTensors(specs, mask, architecture.wiring!(specs));
  return async (transaction) => {
    const maskDigest = await artifacts.put(
      encodeMask(mask, specs),
      'application/vnd.safetensors',
      transaction,
    );
    await transaction.update(Model, model.id, { maskDigest, sparsity: sparsityOf(mask) });
    await transaction.delete(MaskedTensor, { modelId: model.id });
    await transaction.insert(
      MaskedTensor,
      tensors.map((tensor) => ({ ...tensor, modelId: model.id })),
    );
    await notifyExperiment(transaction, model.experimentId);
  };
}

function describeTensors(
  specs: readonly TensorSpec[],
  mask: Mask,
  wiring: Wiring,
): Omit<MaskedTensor, 'model' | 'modelId'>[] {
  const left = new Map(reportLayers(mask).layers.map((layer) => [layer.tensor, layer]));
  return findDeadFilters(specs, mask, wiring).map(({ tensor, ...filters }, position) => {
    const { weights, kept } = left.get(tensor)!;
    return { tensor, position, weights, kept, ...filters, bits: bitsOf(mask[tensor]!) };
  });
}

/** Ones and zeros as PostgreSQL reads them. */
function bitsOf(kept: Uint8Array): string {
  return Buffer.from(kept.map((bit) => '0'.charCodeAt(0) + bit)).toString('latin1');
}
