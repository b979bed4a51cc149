import { type Model, requestExport } from '@kindred/core';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { ModelType } from './model.type.ts';

@Resolver()
export class ExportOnnxResolver {
  @Mutation(() => ModelType, {
    description:
      'Asks for a trained model as an ONNX file; of a masked model without the filters that its mask cuts off, to the same logits. `Model.onnxDigest` names it when it is there, `Model.onnxStatus` says how its job stands.',
  })
  exportOnnx(
    @Arg('model', () => ID, { description: 'The model’s id.' }) id: string,
    @Ctx() { db, queue }: Context,
  ): Promise<Model> {
    checkId(id, 'a model');
    return requestExport(db, queue, id.toLowerCase());
  }
}
