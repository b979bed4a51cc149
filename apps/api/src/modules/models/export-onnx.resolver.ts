import { type Model, requestExport } from '@kindred/core';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { loadModel } from './load-model.ts';
import { ModelType } from './model.type.ts';

@Resolver()
export class ExportOnnxResolver {
  @Access('editor')
  @Mutation(() => ModelType, {
    description:
      'Asks for a trained model as an ONNX file; of a masked model without the filters that its mask cuts off, to the same logits. `Model.onnxDigest` names it when it is there, `Model.onnxStatus` says how its job stands.',
  })
  async exportOnnx(
    @Arg('model', () => ID, { description: 'The model’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Model> {
    const { id: modelId } = await loadModel(id, context);
    return requestExport(context.db, context.queue, modelId);
  }
}
