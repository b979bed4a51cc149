import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Parts } from '../lower/lower-in-parts.ts';
import {
  type Feeds,
  gate,
  type Reply,
  type RequestKind,
  type Requests,
  type SessionOptions,
  type StepRequest,
} from './messages.ts';

/** ONNX Runtime in a thread of its own, so that this one stays free while it computes. */
export interface SessionThread {
  /** Makes a program and answers with its number. Its models' bytes move to the thread: they are gone here afterwards. */
  create(program: Parts, options: SessionOptions): Promise<number>;
  release(program: number): Promise<void>;
  /** Copies tensors to the thread, where they stay; answers with their number. */
  keep(tensors: Feeds): Promise<number>;
  step(request: StepRequest): Promise<Feeds>;
  /** Residents as they are now. */
  read(residents: number): Promise<Feeds>;
  drop(residents: number): Promise<void>;
  /** Lets the thread do what it was asked, frees all that it holds, and ends it. */
  stop(): Promise<void>;
}

/** How long a process that exits waits for a call to ONNX Runtime to end, which would abort it otherwise. */
const exitPatienceMs = 30_000;

/** Starts the thread. It keeps the process alive only while something is asked of it; if it dies, what waits is rejected. */
export function startSessionThread(file: URL = new URL('./thread.mjs', import.meta.url)): SessionThread {
  const flags = new Int32Array(new SharedArrayBuffer(gate.length * Int32Array.BYTES_PER_ELEMENT));
  // Without the parent's loaders: the thread's code is plain JavaScript.
  const worker = new Worker(file, { workerData: { flags, gate }, execArgv: [], name: 'sessions' });
  const calls = openCalls(worker);
  const finishCall = () => {
    Atomics.store(flags, gate.closing, 1);
    Atomics.wait(flags, gate.busy, 1, exitPatienceMs);
  };
  process.once('exit', finishCall);
  worker.once('exit', () => process.off('exit', finishCall));
  return {
    create: ({ parts, ...rest }, options) => {
      const own = parts.map((part) => ('model' in part ? { ...part, model: ownBuffer(part.model) } : part));
      const buffers = own.flatMap((part) => ('model' in part ? [part.model.buffer] : []));
      return calls.ask('create', { program: { parts: own, ...rest }, options }, buffers);
    },
    release: async (program) => void (await calls.ask('release', { program })),
    keep: (tensors) => calls.ask('keep', { tensors }),
    step: (request) => calls.ask('step', request),
    read: (residents) => calls.ask('read', { residents }),
    drop: async (residents) => void (await calls.ask('drop', { residents })),
    async stop() {
      if (calls.ended()) return;
      const exit = once(worker, 'exit');
      await calls.ask('stop', {});
      worker.ref();
      await exit;
    },
  };
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** Requests to the thread, each with its reply. */
function openCalls(worker: Worker) {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let death: Error | undefined;

  const settle = (id: number): Waiting | undefined => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return call;
  };
  const die = (error: Error) => {
    death ??= error;
    for (const id of [...waiting.keys()]) settle(id)?.reject(death);
  };
  worker.unref();
  worker.on('message', (reply: Reply) => {
    const call = settle(reply.id);
    if ('error' in reply) call?.reject(new Error(`ONNX Runtime: ${reply.error}`));
    else call?.resolve(reply.answer as never);
  });
  worker.once('error', (error: Error) => die(new Error('The session thread broke down.', { cause: error })));
  worker.once('exit', (code) => die(new Error(`The session thread has ended with exit code ${code}.`)));

  return {
    ended: () => death !== undefined,
    ask<K extends RequestKind>(
      kind: K,
      asked: Requests[K]['asked'],
      transfer: ArrayBuffer[] = [],
    ): Promise<Requests[K]['answered']> {
      return new Promise((resolve, reject) => {
        if (death) return reject(death);
        const id = ++count;
        worker.postMessage({ id, kind, ...asked }, transfer);
        waiting.set(id, { resolve, reject });
        worker.ref();
      });
    },
  };
}

/** The bytes in a buffer that holds nothing else, so that it may be given away. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const alone = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return alone ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
