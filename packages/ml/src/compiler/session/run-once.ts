import { onePart } from '../lower/lower-in-parts.ts';
import type { RunModel } from '../lower/probe-block.ts';
import { OnnxModel } from '../onnx/onnx-model.ts';
import type { Feeds, SessionOptions } from './messages.ts';
import type { SessionThread } from './session-thread.ts';

/** Loads a model, runs it once, and frees it. */
export function runOnce(thread: SessionThread, options: SessionOptions): RunModel {
  return async (model, given, output) => {
    const program = await thread.create(onePart(model), options);
    const feeds: Feeds = Object.fromEntries(
      Object.entries(given).map(([name, { values, shape }]) => [
        name,
        { type: 'float32', dims: shape, data: values },
      ]),
    );
    try {
      const { [output]: told } = await thread.step({ program, feeds, wanted: [output], replaced: {} });
      return told!.data as Float32Array;
    } finally {
      await thread.release(program);
    }
  };
}

/** @throws Error if a session of these options doesn't start or compute here */
export async function probeProvider(thread: SessionThread, options: SessionOptions): Promise<void> {
  const model = new OnnxModel();
  model.output('y', model.apply('Neg', [model.input('x', 'float32', [1])]), 'float32', [1]);
  const feeds = { x: { values: Float32Array.of(1), shape: [1] } };
  const [y] = await runOnce(thread, options)(model.encode(), feeds, 'y');
  if (y !== -1) throw new Error(`ONNX Runtime's provider "${options.provider}" says that -(1) is ${y}.`);
}
