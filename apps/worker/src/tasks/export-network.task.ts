import { exportNetworkJob, Model } from '@kindred/core';
import { disposeWeights, exportOnnx } from '@kindred/ml';
import { loadMember, loadWeights } from './family.ts';
import { defineTask } from './task.ts';

/** Writes a model as an ONNX file that says where it comes from. */
export const exportNetwork = defineTask(exportNetworkJob, async ({ modelId }, context) => {
  const member = await loadMember(context, modelId);
  const { model, architecture, data, config } = member;
  const weights = await loadWeights(context, member);
  const file = exportOnnx({
    architecture,
    weights,
    data,
    metadata: {
      experiment: config.name,
      seed: String(config.seed),
      model: model.name,
      weights_sha256: model.weightsDigest!,
      code_version: context.codeVersion,
    },
  });
  disposeWeights(weights);
  return async (transaction) => {
    const onnxDigest = await context.artifacts.put(file, 'application/vnd.onnx', transaction);
    await transaction.update(Model, model.id, { onnxDigest });
  };
});
