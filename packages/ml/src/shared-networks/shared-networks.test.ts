import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { useEngine } from '../compiler/compile.ts';
import { eagerEngine } from '../compiler/eager.ts';
import { startSessionEngine } from '../compiler/session-engine.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { meanSoftmax } from '../ensembling/mean-softmax.ts';
import { splitMembers } from '../ensembling/split-members.ts';
import { predictedClasses } from '../metrics/predicted-classes.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { disposeWeights, type Weights } from '../networks/pass.ts';
import { predict } from '../networks/predict.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { train } from '../training/train.ts';
import { lossAndGradients } from '../training/training-step.ts';
import { type SharingMethod, shareNetwork } from './share-network.ts';

beforeAll(() => startRuntime('cpu'));

const base = findArchitecture('resnet8');
const images = () => toTensor(drawStripes(6, 'look'), 0, 6, stripes);

/** [members][images · classes] */
function logitsOfMembers(architecture: typeof base, weights: Weights): Float32Array[] {
  const logits = tf.tidy(() => computeLogits(architecture, inferencePass(weights), images()).dataSync());
  const members = architecture.sharing?.members ?? 1;
  const shape = { images: 6, members, classes: stripes.classes };
  return splitMembers(logits as Float32Array, shape).map(({ data }) => data as Float32Array);
}

function expectClose(came: ArrayLike<number>, wanted: ArrayLike<number>): void {
  for (let index = 0; index < wanted.length; index++) expect(came[index]).toBeCloseTo(wanted[index]!, 4);
}

describe('a TreeNet', () => {
  const tree = shareNetwork(base, { method: 'treenet', members: 3 });
  const specs = tree.tensors(stripes);

  it('shares the first half of the layers, and has a branch a member behind them', () => {
    const names = specs.map(({ name }) => name);
    const trunk = names.filter((name) => !name.startsWith('branch'));
    expect(new Set(trunk.map((name) => name.split('.')[0]))).toEqual(new Set(['conv1', 'bn1', 'layer1']));
    for (const member of [0, 1, 2]) expect(names).toContain(`branch${member}.linear.weight`);
    expect(names).toHaveLength(trunk.length + 3 * (base.tensors(stripes).length - trunk.length));
  });

  it('of equal branches is the network itself, in each member', () => {
    const weights = initializeWeights(base.tensors(stripes), 1);
    const ofTree = Object.fromEntries(
      specs.map(({ name }) => [name, weights[name.replace(/^branch\d\./, '')]!]),
    );
    const [wanted] = logitsOfMembers(base, weights);
    for (const member of logitsOfMembers(tree, ofTree)) expectClose(member, wanted!);
  });

  it('trains its trunk on the sum of what its branches would train it on', () => {
    const weights = initializeWeights(specs, 2);
    const labels = [0, 1, 0, 1, 1, 0];
    const gradientsOf = (architecture: typeof base, own: Weights, rows: number[]) => {
      const oneHot = tf.oneHot(tf.tensor1d(rows, 'int32'), 2) as tf.Tensor2D;
      const learned = Object.keys(own).filter((name) => !name.includes('running'));
      const velocities = Object.fromEntries(learned.map((name) => [name, own[name]!]));
      const input = { images: images(), labels: oneHot };
      const { gradients } = lossAndGradients(architecture, { weights: own, velocities }, input, new Map());
      return gradients['layer1.0.conv2.weight']!;
    };
    const alone = [0, 1, 2].map((member) => {
      const own = base
        .tensors(stripes)
        .map(({ name }) => [name, weights[name] ?? weights[`branch${member}.${name}`]!]);
      return gradientsOf(base, Object.fromEntries(own), labels);
    });
    const together = gradientsOf(
      tree,
      weights,
      labels.flatMap((label) => [label, label, label]),
    );
    expectClose(together.dataSync(), tf.addN(alone).dataSync());
  });
});

describe('a BatchEnsemble', () => {
  const ensemble = shareNetwork(base, { method: 'batch-ensemble', members: 2 });
  const specs = ensemble.tensors(stripes);

  it('is a network of each member whose weights are the shared ones times a matrix of rank one', () => {
    const weights = initializeWeights(specs, 3);
    for (const { name, shape } of specs.filter(({ name }) => name.endsWith('.beta')))
      weights[name] = tf.randomNormal(shape, 0, 1, 'float32', 4);
    const members = logitsOfMembers(ensemble, weights);
    for (const [member, logits] of members.entries()) {
      const row = (name: string) => tf.slice(weights[name]!, [member, 0], [1, -1]);
      const own = base.tensors(stripes).map(({ name, role }) => {
        const layer = name.replace(/\.(weight|bias)$/, '');
        if (role === 'convolution' || role === 'linear') {
          const rankOne = tf.mul(tf.reshape(row(`${layer}.alpha`), [-1, 1]), row(`${layer}.gamma`));
          return [name, tf.mul(weights[name]!, rankOne)];
        }
        if (role !== 'bias') return [name, weights[name]!];
        const scaled = tf.mul(weights[name]!, row(`${layer}.gamma`));
        return [name, tf.reshape(tf.add(scaled, row(`${layer}.beta`)), [-1])];
      });
      expectClose(logits, logitsOfMembers(base, Object.fromEntries(own))[0]!);
    }
    expect(members[0]).not.toEqual(members[1]);
  });

  it('starts from signs, which learn at half the rate and without decay', () => {
    const weights = initializeWeights(specs, 1);
    const signs = [...weights['layer1.0.conv1.alpha']!.dataSync(), ...weights['linear.gamma']!.dataSync()];
    expect(new Set(signs)).toEqual(new Set([1, -1]));
    expect(ensemble.learning!('linear.gamma')).toEqual({ rate: 0.5, decay: 0 });
    expect(ensemble.learning!('linear.weight')).toBeUndefined();
  });
});

describe('a MIMO network', () => {
  it('takes an image and has a head for each member', () => {
    const network = shareNetwork(base, { method: 'mimo', members: 3, repetitions: 4 });
    const shapes = new Map(network.tensors(stripes).map(({ name, shape }) => [name, shape]));
    expect(shapes.get('conv1.weight')).toEqual([3, 3, 3, 16]);
    expect(shapes.get('linear.weight')).toEqual([64, 6]);
  });
});

const methods: SharingMethod[] = [
  { method: 'treenet', members: 3 },
  { method: 'batch-ensemble', members: 2 },
  { method: 'mimo', members: 2, repetitions: 2 },
];

async function finished<T>(computation: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = await computation.next();
    if (done) return value as T;
  }
}

describe.each(methods)('members that share a network as $method', (sharing) => {
  const architecture = shareNetwork(base, sharing);
  const specs = architecture.tensors(stripes);
  const training = (epochs: number) =>
    train({
      architecture,
      specs,
      weights: initializeWeights(specs, 1),
      data: stripes,
      images: drawStripes(32, 'train'),
      epochs,
      batchSize: 8,
      schedule: () => ({ learningRate: 0.02, momentum: 0.9 }),
      weightDecay: 5e-4,
      seed: 1,
      stream: 'shared',
    });

  it('have the same losses eagerly and compiled', async () => {
    const lossesOf = async () => {
      const steps = training(0.5);
      const losses: number[] = [];
      for (let step = await steps.next(); !step.done; step = await steps.next()) losses.push(step.value.loss);
      return losses;
    };
    const eager = await lossesOf();
    await useEngine(await startSessionEngine({ provider: 'cpu', threads: 1 }));
    const compiled = await lossesOf();
    await useEngine(eagerEngine);
    expect(eager).toHaveLength(2);
    expectClose(compiled, eager);
  });

  it('learn, each with predictions of its own', async () => {
    await useEngine(await startSessionEngine({ provider: 'cpu', threads: 1 }));
    const { weights } = await finished(training(8));
    const test = drawStripes(16, 'test');
    const logits = await finished(predict(architecture, weights, stripes, test));
    disposeWeights(weights);
    await useEngine(eagerEngine);
    const members = splitMembers(logits, { images: 16, members: sharing.members, classes: 2 });
    expect(members[0]!.data).not.toEqual(members[1]!.data);
    const predicted = [...predictedClasses(meanSoftmax(members))];
    const right = predicted.filter((label, image) => label === test.labels[image]);
    expect(right.length).toBeGreaterThanOrEqual(15);
  });
});
