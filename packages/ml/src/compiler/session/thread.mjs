import { parentPort, workerData } from 'node:worker_threads';
import { env, Tensor } from 'onnxruntime-node';
import { startProgram } from './start-program.mjs';
import { tensorOf } from './tensor-of.mjs';

/**
 * The thread that ONNX Runtime computes in, one request after the other. Plain JavaScript, since a worker thread on Node 20
 * can't be given tsx.
 *
 * @import { Request, Reply, RequestKind, Requests, Values } from './messages.ts'
 * @import { Program } from './start-program.mjs'
 * @typedef {{ current: Tensor, spare: Tensor | null }} Resident what a step reads, and where the next one is written
 */

// What goes wrong is told by exceptions; the log would only say it twice.
env.logLevel = 'fatal';

/** @type {Map<number, Program>} */
const programs = new Map();
/** @type {Map<number, Map<string, Resident>>} */
const kept = new Map();
let count = 0;

/** @type {{ [K in RequestKind]: (asked: Requests[K]['asked']) => Promise<Requests[K]['answered']> }} */
const answers = {
  async create({ program, options }) {
    programs.set(++count, await startProgram(program, options));
    return count;
  },

  async release({ program }) {
    await programs.get(program)?.release();
    programs.delete(program);
    return null;
  },

  async keep({ tensors }) {
    /** @type {Map<string, Resident>} */
    const residents = new Map();
    for (const [name, values] of Object.entries(tensors)) {
      residents.set(name, { current: tensorOf(values), spare: null });
    }
    kept.set(++count, residents);
    return count;
  },

  async step({ program: number, feeds: given, residents: set, wanted, replaced }) {
    const program = programs.get(number);
    const residents = set === undefined ? new Map() : kept.get(set);
    if (!program || !residents) throw new Error(`Program ${number} or residents ${set} are not here.`);
    /** @param {string} name */
    const input = (name) => (given[name] ? tensorOf(given[name]) : resident(residents, name).current);
    const changes = Object.entries(replaced);
    /** @type {Record<string, Tensor | null>} */
    const fetches = Object.fromEntries(wanted.map((name) => [name, null]));
    for (const [name, output] of changes) fetches[output] = spareOf(resident(residents, name));
    const outputs = await program.run(input, fetches);
    for (const [name] of changes) swap(resident(residents, name));
    return Object.fromEntries(wanted.map((name) => [name, valuesOf(/** @type {Tensor} */ (outputs[name]))]));
  },

  async read({ residents }) {
    const tensors = [...(kept.get(residents) ?? [])];
    return Object.fromEntries(tensors.map(([name, { current }]) => [name, copyOf(valuesOf(current))]));
  },

  async drop({ residents }) {
    kept.delete(residents);
    return null;
  },

  async stop() {
    kept.clear();
    for (const program of programs.values()) await program.release();
    programs.clear();
    return null;
  },
};

/** @param {Map<string, Resident>} residents @param {string} name */
function resident(residents, name) {
  const found = residents.get(name);
  if (!found) throw new Error(`The input "${name}" was neither given nor kept.`);
  return found;
}

/** A tensor of the same shape to write to: ONNX Runtime must not write over what it still reads. @param {Resident} resident */
function spareOf(resident) {
  resident.spare ??= tensorOf(copyOf(valuesOf(resident.current)));
  return resident.spare;
}

/** @param {Resident} resident */
function swap(resident) {
  const { current, spare } = resident;
  resident.current = /** @type {Tensor} */ (spare);
  resident.spare = current;
}

/** @param {Tensor} tensor @returns {Values} */
function valuesOf({ type, dims, data }) {
  return { type: /** @type {Values['type']} */ (type), dims, data: /** @type {Values['data']} */ (data) };
}

/** @param {Values} values @returns {Values} */
function copyOf({ data, ...rest }) {
  return { ...rest, data: data.slice() };
}

/** @type {{ flags: Int32Array, gate: { busy: number, closing: number } }} */
const { flags, gate } = workerData;

/** @param {Request} request */
async function answer(request) {
  Atomics.store(flags, gate.busy, 1);
  if (Atomics.load(flags, gate.closing) === 0) {
    const reply = await replyTo(request);
    parentPort?.postMessage(reply, transferable(reply));
    if (request.kind === 'stop') parentPort?.close();
  }
  Atomics.store(flags, gate.busy, 0);
  Atomics.notify(flags, gate.busy);
}

/** @param {Request} request @returns {Promise<Reply>} */
async function replyTo({ id, kind, ...asked }) {
  try {
    const ask = /** @type {(asked: object) => Promise<unknown>} */ (answers[kind]);
    return { id, answer: await ask(asked) };
  } catch (error) {
    return { id, error: /** @type {Error} */ (error).message };
  }
}

/** What is told is the caller's alone: it moves, and nothing is copied. @param {Reply} reply @returns {ArrayBuffer[]} */
function transferable(reply) {
  if (!('answer' in reply) || typeof reply.answer !== 'object') return [];
  const buffers = Object.values(reply.answer ?? {}).map((values) => values?.data?.buffer);
  return buffers.filter((buffer) => buffer instanceof ArrayBuffer);
}

let last = Promise.resolve();
parentPort?.on('message', (/** @type {Request} */ request) => {
  last = last.then(() => answer(request));
});
