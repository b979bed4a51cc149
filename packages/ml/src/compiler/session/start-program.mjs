import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { tensorOf } from './tensor-of.mjs';

/**
 * A program that is ready to run: sessions of its models, and between them calls of our own kernels, around one memory.
 *
 * @import { ModelPart, Parts } from '../lower/lower-in-parts.ts'
 * @import { Place } from '../lower/places.ts'
 * @import { KernelCall } from '../wasm/kernel-call.ts'
 * @import { SessionOptions } from './messages.ts'
 * @import { Tensor } from 'onnxruntime-node'
 * @typedef {Record<string, Tensor | null>} Fetches outputs, and where to write them, or null for anywhere
 * @typedef {(input: (name: string) => Tensor, fetches: Fetches) => Promise<Record<string, Tensor>>} Run
 * @typedef {{ run: Run, release: () => Promise<void> }} Program
 */

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map();

const pageBytes = 65_536;

/** @param {Parts} parts @param {SessionOptions} options @returns {Promise<Program>} */
export async function startProgram({ parts, places, bytes }, options) {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
  const tensors = Object.fromEntries(
    Object.entries(places).map(([name, place]) => [name, tensorIn(memory, place)]),
  );
  /** @type {InferenceSession[]} */
  const sessions = [];

  async function release() {
    for (const session of sessions) await session.release();
  }

  /** @param {ModelPart} part @returns {Promise<Run>} */
  async function sessionRun({ model, leaves }) {
    const session = await InferenceSession.create(model, sessionOptions(options, parts.length > 1));
    sessions.push(session);
    return async (input, fetches) => {
      const feeds = Object.fromEntries(
        session.inputNames.map((name) => [name, tensors[name] ?? input(name)]),
      );
      /** @type {Fetches} */
      const wanted = {};
      for (const name of session.outputNames) {
        const place = leaves[name];
        if (place) wanted[name] = /** @type {Tensor} */ (tensors[place]);
        else if (name in fetches) wanted[name] = fetches[name] ?? null;
      }
      const outputs = await session.run(feeds, wanted);
      const left = Object.keys(leaves).map((name) => /** @type {Tensor} */ (outputs[name]));
      dropCopies(left, memory);
      return outputs;
    };
  }

  try {
    /** @type {Run[]} */
    const runs = [];
    for (const part of parts)
      runs.push('model' in part ? await sessionRun(part) : await kernelRun(part, memory));
    return {
      async run(input, fetches) {
        /** @type {Record<string, Tensor>} */
        const outputs = {};
        for (const run of runs) Object.assign(outputs, await run(input, fetches));
        return outputs;
      },
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}

const { port1: nowhere, port2 } = new MessageChannel();
port2.close();

/**
 * Frees the copies that onnxruntime-node makes of what it wrote into a place; garbage collection would leave those of several
 * steps lying about.
 * @param {Tensor[]} tensors @param {WebAssembly.Memory} memory
 */
function dropCopies(tensors, memory) {
  const buffers = tensors.map(({ data }) => /** @type {Float32Array<ArrayBuffer>} */ (data).buffer);
  nowhere.postMessage(
    null,
    buffers.filter((buffer) => buffer !== memory.buffer),
  );
}

/** @param {WebAssembly.Memory} memory @param {Place} place */
function tensorIn(memory, { type, dims, address }) {
  const length = dims.reduce((product, size) => product * size, 1);
  const Values = { float32: Float32Array, int32: Int32Array, bool: Uint8Array }[type];
  return tensorOf({ type, dims, data: new Values(memory.buffer, address, length) });
}

/** @param {KernelCall} call @param {WebAssembly.Memory} memory @returns {Promise<Run>} */
async function kernelRun({ module, kernel, values }, memory) {
  const { exports } = await WebAssembly.instantiate(await compiled(module), { graph: { memory } });
  const call = /** @type {(...values: readonly number[]) => void} */ (exports[kernel]);
  return async () => {
    call(...values);
    return {};
  };
}

/** @param {string} name @returns {Promise<WebAssembly.Module>} */
function compiled(name) {
  const known = modules.get(name);
  if (known) return known;
  const module = readFile(new URL(`../wasm/${name}.wasm`, import.meta.url)).then(WebAssembly.compile);
  modules.set(name, module);
  return module;
}

/** @param {SessionOptions} options @param {boolean} amongOthers @returns {InferenceSession.SessionOptions} */
function sessionOptions({ provider, threads }, amongOthers) {
  return {
    executionProviders: [provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // A plan of all values at once would be held beside the arena: half as much memory again, and no faster.
    enableMemPattern: false,
    logSeverityLevel: 4,
    // Threads of a session that is done would take the processor from those of the next one while they wait for work.
    ...(amongOthers && { extra: { session: { force_spinning_stop: '1' } } }),
  };
}
