import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { expectTraced } from '../trace/expect-traced.fixture.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { trace } from '../trace/trace.ts';
import { reachableNodes } from './reachable-nodes.ts';

beforeAll(() => startRuntime('cpu'));

describe("a max pool's gradient behind a ReLU", () => {
  const gradient = ({ x }: { x: tf.Tensor }) => ({
    y: tf.grad((x) => tf.square(tf.maxPool(tf.relu(x) as tf.Tensor4D, 3, 2, 'same')))(x),
  });

  it('is masked where it is small, before it is spread over the picture', () => {
    const graph = trace(gradient, { x: { shape: [1, 8, 8, 2], dtype: 'float32' } });
    const steps = reachableNodes(graph).filter(({ op }) => op === 'step');
    expect(steps.map(({ shape }) => shape)).toEqual([[1, 4, 4, 2]]);
    expect(graph.outputs.get('y')!.op).toBe('maxPoolGradient');
  });

  it('is what it was, where cells are equal too', () => {
    const x = drawNormals('masked pool')(2, 8, 8, 3);
    expectTraced(gradient, { x });
    expectTraced(gradient, { x: tf.round(x) });
  });
});
