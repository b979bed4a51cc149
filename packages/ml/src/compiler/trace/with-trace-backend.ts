import * as tf from '@tensorflow/tfjs';
import { registerTraceKernels, traceBackendName } from './kernels/register.ts';
import { refusal, withDeepStacks } from './refusal.ts';
import type { TraceBackend } from './trace-backend.ts';

/** Lets tfjs compute on the backend, and gives it back its own afterwards, whatever happens. */
export function withTraceBackend<T>(backend: TraceBackend, compute: () => T): T {
  const previous = tf.getBackend();
  if (previous === traceBackendName) throw new Error(`${backend.label} is traced inside of a tracing`);
  registerTraceKernels();
  tf.registerBackend(traceBackendName, () => backend, 0);
  // A backend that is made at once is set at once: what the promise would tell is known.
  void tf.setBackend(traceBackendName);
  tf.engine().startScope(backend.label);
  try {
    return withDeepStacks(compute);
  } catch (error) {
    throw withoutTracing(error, backend.label) ?? error;
  } finally {
    tf.engine().endScope();
    backend.disposeKept();
    tf.removeBackend(traceBackendName);
    if (previous) void tf.setBackend(previous);
  }
}

/** tfjs's error about a kernel that it doesn't know, in our words. */
function withoutTracing(error: unknown, label: string): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const kernel = error.message.match(/^Kernel '(.+)' not registered for backend 'trace'$/)?.[1];
  return kernel === undefined ? undefined : refusal(label, `${kernel} has no tracing`, error);
}
