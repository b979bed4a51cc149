import * as tf from '@tensorflow/tfjs';
import type { AnyRun, Engine } from './engine.ts';
import type { Tensors } from './program.ts';
import { replacedResidents } from './residents.ts';
import { flattenTree, mapTree } from './tensor-tree.ts';
import { cloneTensors, disposeTensors } from './tensors.ts';

/** Calls functions as they are, on the tfjs backend that is active. */
export const eagerEngine: Engine = {
  program: ({ fn, statics, constants }) => ({
    start: async (resident) => startRun((inputs) => fn(inputs, statics), constants, resident),
    dispose: async () => {},
  }),
  useThreads: () => {},
  memoryUsage: () => ({ graphs: 0, graphBytes: 0, graphBytesLimit: 0, runs: 0, residentBytes: 0 }),
  dispose: async () => {},
};

function startRun(call: (inputs: Tensors) => Tensors, constants: Tensors, resident: Tensors): AnyRun {
  let current = cloneTensors(resident);
  return {
    async step(given) {
      const inputs = { ...constants, ...given, ...current };
      const outputs = tidied(() => {
        const outputs = apart(call(inputs), inputs);
        replacedResidents(flattenTree(current), flattenTree(outputs));
        return outputs;
      });
      const [replacing, told] = split(outputs, (name) => name in current);
      const [replaced] = split(current, (name) => name in replacing);
      current = { ...current, ...replacing };
      disposeTensors(replaced);
      return told;
    },
    read: async () => cloneTensors(current),
    dispose: () => disposeTensors(current),
  };
}

function tidied(compute: () => Tensors): Tensors {
  return tf.tidy(compute as () => tf.TensorContainer) as Tensors;
}

/** Outputs that can be disposed of one by one, whatever happens to the inputs: no tensor is in there twice. */
function apart(outputs: Tensors, inputs: Tensors): Tensors {
  const taken = new Set<tf.Tensor>(flattenTree<tf.Tensor>(inputs).values());
  return mapTree<tf.Tensor, tf.Tensor>(outputs, (tensor) => {
    if (taken.has(tensor)) return tf.clone(tensor);
    taken.add(tensor);
    return tensor;
  }) as Tensors;
}

function split(tensors: Tensors, first: (name: string) => boolean): [Tensors, Tensors] {
  const entries = Object.entries(tensors);
  return [true, false].map((side) =>
    Object.fromEntries(entries.filter(([name]) => first(name) === side)),
  ) as [Tensors, Tensors];
}
