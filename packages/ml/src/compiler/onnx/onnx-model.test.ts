import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { OnnxModel } from './onnx-model.ts';
import { modelProto } from './schema.ts';

describe('an ONNX model', () => {
  it('written here is computed by ONNX Runtime', async () => {
    const model = new OnnxModel();
    const x = model.input('x', 'float32', [2, 3]);
    const doubled = model.apply('Mul', [x, model.filled(2, 'float32')]);
    const sums = model.apply('ReduceSum', [doubled, model.int64s([1])], { keepdims: 0 });
    model.output('sums', model.apply('LeakyRelu', [sums], { alpha: { float: 0.5 } }), 'float32', [2]);
    const session = await InferenceSession.create(model.encode());
    const { sums: told } = await session.run({
      x: new Tensor('float32', Float32Array.of(1, 2, 3, -1, -2, -3), [2, 3]),
    });
    expect(told!.dims).toEqual([2]);
    expect([...(told!.data as Float32Array)]).toEqual([12, -6]);
    await session.release();
  });

  it('keeps equal small constants once', () => {
    const model = new OnnxModel();
    expect(model.int64s([1, 2])).toBe(model.int64s([1, 2]));
    expect(model.filled(0, 'float32')).toBe(model.filled(0, 'float32'));
    expect(model.filled(0, 'float32')).not.toBe(model.filled(-0, 'float32'));
    expect(model.filled(0, 'float32', [2])).not.toBe(model.filled(0, 'float32'));
  });

  it('carries metadata, and names only the domains that it uses', () => {
    const model = new OnnxModel();
    model.output('y', model.apply('Relu', [model.input('x', 'float32', [1, 3])]), 'float32', [1]);
    const decoded = modelProto.decode(model.encode({ architecture: 'resnet8' })).toJSON();
    expect(decoded.metadataProps).toEqual([{ key: 'architecture', value: 'resnet8' }]);
    expect(decoded.opsetImport).toEqual([{ version: '17' }]);
  });
});
