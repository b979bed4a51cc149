import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { flattenTree } from '../tensor-tree.ts';
import { drawNormals } from './random-tensors.fixture.ts';
import { trace } from './trace.ts';

beforeEach(() => startRuntime('cpu'));

const normals = drawNormals('trace');
const spec = (...shape: number[]) => ({ shape, dtype: 'float32' });
type X = { x: tf.Tensor };

describe('a traced function', () => {
  const network = ({ weights, images }: { weights: tf.NamedTensorMap; images: tf.Tensor }) => ({
    logits: tf.add(tf.matMul(images, weights['fc.weight']!), weights['fc.bias']!),
    parts: [tf.relu(images), tf.neg(images)],
  });
  const specs = { weights: { 'fc.weight': spec(3, 2), 'fc.bias': spec(2) }, images: spec(4, 3) };

  it('has inputs and outputs named by their paths', () => {
    const { inputs, outputs } = trace(network, specs);
    expect(inputs.map(({ attributes, shape }) => [attributes.name, shape])).toEqual([
      ['weights/fc.weight', [3, 2]],
      ['weights/fc.bias', [2]],
      ['images', [4, 3]],
    ]);
    expect([...outputs.keys()]).toEqual(['logits', 'parts/0', 'parts/1']);
    expect(outputs.get('logits')).toMatchObject({ op: 'add', shape: [4, 2], dtype: 'float32' });
  });

  it('gives its outputs in the tree that it returned', () => {
    const { outputs, outputTree } = trace(network, specs);
    expect(flattenTree(outputTree)).toEqual(outputs);
  });

  it('has the values of constants in its graph, under their paths', () => {
    const weight = normals(3, 2);
    const constants = { weights: { 'fc.weight': weight, 'fc.bias': tf.zeros([2]) } };
    const { inputs, outputs } = trace(network, specs, { constants });
    expect(inputs.map(({ attributes }) => attributes.name)).toEqual(['images']);
    const product = outputs.get('logits')!;
    expect(product.op).toBe('matMul');
    expect(product.inputs[1]).toMatchObject({
      op: 'constant',
      attributes: { name: 'weights/fc.weight', values: weight.dataSync() },
    });
  });

  it('may have inputs that it doesn’t use, and give an input back', () => {
    const { inputs, outputs } = trace(({ x }: X & { unused: tf.Tensor }) => ({ x }), {
      x: spec(2),
      unused: spec(3),
    });
    expect(inputs).toHaveLength(2);
    expect(outputs.get('x')).toBe(inputs[0]);
  });

  it('may tidy, keep and dispose as it likes, and leaves nothing behind', () => {
    const before = tf.memory();
    const kept: tf.Tensor[] = [];
    trace(
      ({ x }: X) => {
        const inner = tf.tidy(() => {
          kept.push(tf.keep(tf.square(x)), tf.keep(tf.tensor1d([1, 2, 3])));
          return tf.relu(x);
        });
        const y = tf.grad((x) => tf.sum(tf.square(x)))(inner);
        inner.dispose();
        return { y };
      },
      { x: spec(3) },
    );
    expect(kept).toHaveLength(2);
    expect(tf.memory()).toEqual(before);
  });

  it('leaves tfjs on the backend that it had, or on none', async () => {
    expect(tf.getBackend()).toBe('cpu');
    trace(({ x }: X) => ({ y: tf.relu(x) }), { x: spec(3) });
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.findBackend('trace')).toBeNull();
    await startRuntime('wasm');
    expect(() => trace(() => tf.relu('nothing' as unknown as tf.Tensor), { x: spec(3) })).toThrow();
    expect(tf.getBackend()).toBe('wasm');
  });
});

describe('a function that can’t be traced', () => {
  const fails = (fn: (inputs: X) => unknown, message: string | RegExp) => {
    const before = tf.memory();
    expect(() => trace(fn as (inputs: X) => X, { x: spec(3) }, { label: 'stepOf' })).toThrow(message);
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.memory()).toEqual(before);
  };

  it('is told that it asked for values', () => {
    const message = "stepOf asked for a tensor's values while it was traced";
    fails(({ x }) => ({ y: tf.mul(x, x.dataSync()[0]!) }), message);
    fails(({ x }) => ({ y: tf.mul(x, x.arraySync() as number[]) }), message);
    fails(({ x }) => {
      void x.data();
      return { y: x };
    }, message);
    fails(async ({ x }) => ({ y: tf.mul(x, x.dataSync()[0]!) }), message);
  });

  it('is told which kernel has no tracing, and where it was called', () => {
    fails(
      ({ x }) => ({ y: tf.cumsum(x) }),
      /stepOf calls Cumsum, at .*trace\.test\.ts:\d+:\d+: that kernel can't be traced/,
    );
  });

  it('is told where it was called inside of a gradient', () => {
    fails(
      ({ x }) => ({ y: tf.grad((x) => tf.selu(tf.relu(x)))(x) }),
      /stepOf calls Selu, at .*trace\.test\.ts:\d+:\d+/,
    );
  });

  it('is told which tensor is not among its inputs, and where it is used', () => {
    const real = tf.ones([2, 3], 'int32');
    fails(
      ({ x }) => ({ y: tf.add(x, real) }),
      /stepOf uses a tensor of int32 \[2,3\] that is not one of its inputs in Cast, at .*trace\.test\.ts:\d+:\d+: hand it in, as an input or a constant/,
    );
    fails(() => ({ y: real }), 'stepOf gives, as "y", a tensor');
    real.dispose();
  });

  it('is told the name of a variable that is not among its inputs', () => {
    const variable = tf.variable(tf.zeros([3]), true, 'conv1.weight');
    fails(({ x }) => ({ y: tf.mul(x, variable) }), 'uses the variable "conv1.weight" in Multiply');
    variable.dispose();
  });

  it('is told that it must not be asynchronous', () => {
    fails(async ({ x }) => ({ y: x }), 'stepOf is asynchronous');
  });

  it('is told that it gives no tensor', () => {
    fails(() => ({}), 'stepOf gives no tensor');
  });

  it('is told that it makes tensors of other types', () => {
    fails(() => ({ y: tf.tensor(['a']) }), 'stepOf makes a tensor of string');
  });

  it('is told that it traces while it is traced', () => {
    fails(({ x }) => trace(() => ({ x }), { x: spec(1) }).outputTree, 'traced inside of a tracing');
  });

  it('may make a variable, which ends with the tracing', () => {
    const before = tf.memory();
    trace(({ x }: X) => ({ y: tf.mul(tf.variable(x, true, 'moving'), 2) }), { x: spec(3) });
    expect(tf.memory()).toEqual(before);
    expect(tf.engine().registeredVariables).not.toHaveProperty('moving');
  });
});

describe('a constant', () => {
  it('has to be where an input is, and of its shape and type', () => {
    const take = ({ x }: X) => ({ y: tf.relu(x) });
    expect(() => trace(take, { x: spec(3) }, { constants: { z: tf.ones([3]) } })).toThrow(
      'The constant "z" is not among the inputs: they are x',
    );
    expect(() => trace(take, { x: spec(3) }, { constants: { x: tf.ones([2]) } })).toThrow(
      'The constant "x" is float32 [2], and the input float32 [3]',
    );
  });
});
