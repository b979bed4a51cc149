import { exportNetworkJob, Model } from '@kindred/core';
import { type CompactWeights, compactWeights, disposeWeights, exportOnnx, type Weights } from '@kindred/ml';
import { type FamilyMember, loadMask, loadMember, loadWeights } from './family.ts';
import { defineTask, type TaskContext } from './task.ts';

/**
 * Writes a model as an ONNX file that says where it comes from. Of a masked model it is the compact network: the same logits, and
 * filters that the mask cuts off are left out of the file.
 */
export const exportNetwork = defineTask(exportNetworkJob, async ({ modelId }, context) => {
  const member = await loadMember(context, modelId);
  const { model, architecture, data, config } = member;
  const { weights, narrowed } = await withoutDeadFilters(context, member, await loadWeights(context, member));
  const file = exportOnnx({
    architecture,
    weights,
    data,
    metadata: {
      experiment: config.name,
      seed: String(config.seed),
      model: model.name,
      weights_sha256: model.weightsDigest!,
      ...(narrowed.length > 0 && { narrowed: narrowed.join(', ') }),
      code_version: context.codeVersion,
    },
  });
  disposeWeights(weights);
  return async (transaction) => {
    const onnxDigest = await context.artifacts.put(file, 'application/vnd.onnx', transaction);
    await transaction.update(Model, model.id, { onnxDigest });
  };
});

async function withoutDeadFilters(
  context: TaskContext,
  member: FamilyMember,
  weights: Weights,
): Promise<CompactWeights> {
  if (!member.model.maskDigest) return { weights, narrowed: [] };
  return compactWeights(member.architecture, member.specs, weights, await loadMask(context, member));
}
