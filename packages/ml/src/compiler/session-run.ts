import type * as tf from '@tensorflow/tfjs';
import type { AnyRun } from './engine.ts';
import { type Entry, signatureOf } from './graph-cache.ts';
import type { Tensors } from './program.ts';
import { replacedResidents } from './residents.ts';
import type { SessionThread } from './session/session-thread.ts';
import { bytesByPath, tensorOf, valuesOf } from './session/values.ts';
import type { SessionGraph } from './session-engine.ts';
import { flattenTree, type Leaf, mapTree, type Tree } from './tensor-tree.ts';

type Leaves = { readonly [name: string]: Tree<Leaf> };

/** What a run needs of its engine. */
export interface Means {
  thread: SessionThread;
  /** Where the engine counts its runs. */
  runs: Set<{ residentBytes: number }>;
  /** The graph for inputs of these shapes, the residents among them. */
  takeGraph(inputs: Leaves): Entry<SessionGraph>;
  giveBack(entry: Entry<SessionGraph>): void;
}

/** A graph as one run uses it: which outputs stay and which are told. */
interface Step {
  program: number;
  replaced: Readonly<Record<string, string>>;
  told: Leaves;
  nameOf(path: string): string;
}

/** Sends the residents to the session thread, where they stay. */
export async function startSessionRun(resident: Tensors, means: Means): Promise<AnyRun> {
  const { thread, runs } = means;
  const specs = specsOf(resident);
  const values = valuesOf(resident);
  const bytes = bytesByPath(values);
  const account = { residentBytes: sumOf(bytes.values()) };
  const kept = await thread.keep(values);
  runs.add(account);
  const steps = new Map<string, Promise<Step>>();
  const taken: Entry<SessionGraph>[] = [];

  function stepFor(inputs: Leaves): Promise<Step> {
    const signature = signatureOf(flattenTree(inputs));
    const step = steps.get(signature) ?? prepare({ ...specs, ...inputs });
    steps.set(signature, step);
    return step;
  }

  async function prepare(inputs: Leaves): Promise<Step> {
    const entry = means.takeGraph(inputs);
    taken.push(entry);
    const step = stepOf(await entry.graph, specs);
    const second = Object.keys(step.replaced).map((path) => bytes.get(path)!);
    account.residentBytes = sumOf(bytes.values()) + sumOf(second);
    return step;
  }

  return {
    async step(inputs) {
      const feeds = valuesOf(inputs);
      const { program, replaced, told, nameOf } = await stepFor(specsOf(inputs));
      const wanted = [...flattenTree(told).keys()].map(nameOf);
      const outputs = await thread.step({ program, feeds, residents: kept, wanted, replaced });
      return tensorsLike(told, (path) => tensorOf(outputs[nameOf(path)]!));
    },
    async read() {
      const outputs = await thread.read(kept);
      return tensorsLike(specs, (path) => tensorOf(outputs[path]!));
    },
    dispose() {
      runs.delete(account);
      for (const entry of taken) means.giveBack(entry);
      // A thread that has ended has freed all that it held.
      void thread.drop(kept).catch(() => {});
    },
  };
}

function stepOf({ program, outputs, outputName }: SessionGraph, residents: Leaves): Step {
  const replaced = replacedResidents(flattenTree(residents), flattenTree(outputs));
  const told = Object.entries(outputs).filter(([name]) => !(name in residents));
  return {
    program,
    replaced: Object.fromEntries(replaced.map((path) => [path, outputName(path)])),
    told: Object.fromEntries(told),
    nameOf: outputName,
  };
}

function sumOf(values: Iterable<number>): number {
  return [...values].reduce((sum, value) => sum + value, 0);
}

function specsOf(tensors: Tensors): Leaves {
  return mapTree<tf.Tensor, Leaf>(tensors, ({ shape, dtype }) => ({ shape, dtype })) as Leaves;
}

function tensorsLike(tree: Leaves, make: (path: string) => tf.Tensor): Tensors {
  return mapTree<Leaf, tf.Tensor>(tree, (_, path) => make(path)) as Tensors;
}
