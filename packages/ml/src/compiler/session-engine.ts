import { type CompiledGraph, type CompileOptions, compileGraph } from './compile-graph.ts';
import type { Definition, Engine } from './engine.ts';
import { GraphCache, signatureOf } from './graph-cache.ts';
import { probeBlock } from './lower/probe-block.ts';
import type { SessionOptions } from './session/messages.ts';
import { probeProvider, runOnce } from './session/run-once.ts';
import { type SessionThread, startSessionThread } from './session/session-thread.ts';
import { startSessionRun } from './session-run.ts';
import { flattenTree, type Leaf, type Tree } from './tensor-tree.ts';

export interface SessionEngineOptions extends SessionOptions {
  /** See EngineMemory; 1 GiB by default. */
  graphBytesLimit?: number;
}

/** A compiled graph as the session thread has it. */
export interface SessionGraph extends Omit<CompiledGraph, 'program' | 'liveBytes'> {
  program: number;
  bytes: number;
}

const gibibyte = 2 ** 30;

/**
 * Starts an engine that traces functions to graphs and runs them on ONNX Runtime, in a thread of its own. Tensors go in and
 * come out through tfjs's cpu backend, which holds plain arrays.
 * @throws Error if ONNX Runtime or its provider doesn't start here
 */
export async function startSessionEngine({
  graphBytesLimit = gibibyte,
  ...options
}: SessionEngineOptions): Promise<Engine> {
  const thread = startSessionThread();
  try {
    return engineOn(thread, options, await loweringFor(thread, options), graphBytesLimit);
  } catch (error) {
    await thread.stop();
    throw error;
  }
}

/** Blocks of channels are the processor's; the probe also shows that the provider starts. */
async function loweringFor(thread: SessionThread, options: SessionOptions): Promise<CompileOptions> {
  if (options.provider === 'cpu')
    return { block: await probeBlock(runOnce(thread, options)), ownKernels: true };
  await probeProvider(thread, options);
  return { block: 0, ownKernels: false };
}

function engineOn(
  thread: SessionThread,
  { threads: firstThreads, ...rest }: SessionOptions,
  lowering: CompileOptions,
  graphBytesLimit: number,
): Engine {
  let threads = firstThreads;
  // A thread that has ended has freed all that it held.
  const cache = new GraphCache<SessionGraph>(graphBytesLimit, ({ program }) =>
    thread.release(program).catch(() => {}),
  );
  const runs = new Set<{ residentBytes: number }>();

  async function compile(
    definition: Definition,
    inputs: Inputs,
    options: SessionOptions,
  ): Promise<SessionGraph> {
    const { program, liveBytes, ...graph } = compileGraph(definition, inputs, lowering);
    const models = program.parts.map((part) => ('model' in part ? part.model.byteLength : 0));
    const bytes = models.reduce((sum, size) => sum + size, program.bytes + liveBytes);
    return { ...graph, program: await thread.create(program, options), bytes };
  }

  return {
    program: (definition) => ({
      start: (resident) =>
        startSessionRun(resident, {
          thread,
          runs,
          takeGraph(inputs) {
            const signature = `${threads} threads\n${signatureOf(flattenTree(inputs))}`;
            return cache.take({ definition, signature }, () =>
              compile(definition, inputs, { ...rest, threads }),
            );
          },
          giveBack: (entry) => cache.giveBack(entry),
        }),
      dispose: () => cache.forget(definition),
    }),
    useThreads(wanted) {
      threads = wanted;
    },
    memoryUsage: () => ({
      ...cache.memoryUsage(),
      runs: runs.size,
      residentBytes: [...runs].reduce((sum, { residentBytes }) => sum + residentBytes, 0),
    }),
    dispose: () => thread.stop(),
  };
}

type Inputs = { readonly [name: string]: Tree<Leaf> };
