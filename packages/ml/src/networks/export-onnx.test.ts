import * as tf from '@tensorflow/tfjs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { architectures } from '../architectures/registry.ts';
import { modelProto } from '../compiler/onnx/schema.ts';
import { drawNormals } from '../compiler/trace/random-tensors.fixture.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { computeLogits } from './compute-logits.ts';
import { exportOnnx } from './export-onnx.ts';
import { inferencePass } from './inference-pass.ts';
import { initializeWeights } from './initialize.ts';

beforeAll(() => startRuntime('cpu'));

const normals = drawNormals('export');

function exported(name: string, size: number, classes: number) {
  const architecture = architectures.get(name)!;
  const weights = initializeWeights(architecture.tensors({ channels: 3, classes }), 1);
  const data = {
    name: 'noise',
    height: size,
    width: size,
    channels: 3,
    classes,
    mean: [0, 0.5, 1],
    std: [1, 2, 3],
  };
  const bytes = exportOnnx({ architecture, weights, data, metadata: { weights: 'digest' } });
  return { architecture, weights, bytes };
}

describe('an exported network', () => {
  it.each([
    ['resnet8', 8, 10],
    ['wrn-16-4', 8, 10],
    ['squeezenet1_0', 64, 1000],
    ['inceptionv1', 32, 1008],
    ['googlenet', 32, 1000],
    ['convnet', 8, 10],
  ])('%s has the same logits on ONNX Runtime, for any number of images', async (name, size, classes) => {
    const { architecture, weights, bytes } = exported(name, size, classes);
    const session = await InferenceSession.create(bytes);
    for (const count of [1, 3]) {
      const images = normals<tf.Rank.R4>(count, size, size, 3);
      const planes = tf.transpose(images, [0, 3, 1, 2]);
      const wanted = computeLogits(architecture, inferencePass(weights), images).dataSync<'float32'>();
      const { logits } = await session.run({
        images: new Tensor('float32', planes.dataSync() as Float32Array, planes.shape),
      });
      expect(logits!.dims).toEqual([count, classes]);
      const largest = wanted.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
      (logits!.data as Float32Array).forEach((value, index) => {
        expect(Math.abs(value - wanted[index]!) / largest).toBeLessThan(1e-5);
      });
    }
    await session.release();
  });

  it('tells its architecture and normalisation, and uses ONNX alone', () => {
    const { opsetImport, metadataProps, graph } = modelProto
      .decode(exported('resnet8', 8, 10).bytes)
      .toJSON();
    expect(opsetImport).toEqual([{ version: '17' }]);
    expect(Object.fromEntries(metadataProps.map(({ key, value }: never) => [key, value]))).toEqual({
      architecture: 'resnet8',
      dataset: 'noise',
      classes: '10',
      mean: '0 0.5 1',
      std: '1 2 3',
      weights: 'digest',
    });
    expect(graph.input).toHaveLength(1);
    expect(graph.initializer.map(({ name }: { name: string }) => name)).toContain('weights/conv1.weight');
  });
});
