import * as tf from '@tensorflow/tfjs';
import { constant } from '../graph/constant.ts';
import type { GraphBuilder } from '../graph/graph-builder.ts';
import type { ConstantValues, DType, Node } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';

/** Stands for a tensor's data: each tensor has one of its own. */
interface Entry {
  node: Node;
  /** More than 1 only for a tensor that became a variable. */
  references: number;
}

/** A tfjs backend whose tensors have a node of a graph in place of data. */
export class TraceBackend extends tf.KernelBackend {
  /** The reading that a traced function tried; it may have hidden the error in a promise. */
  refusedReading: Error | undefined;
  private readonly entries = new Map<object, Entry>();

  constructor(
    readonly graph: GraphBuilder,
    /** What is being traced, for messages. */
    readonly label: string,
  ) {
    super();
  }

  /** A tensor's data and shape for tfjs. */
  hold(node: Node): tf.TensorInfo {
    const dataId = {};
    this.entries.set(dataId, { node, references: 1 });
    return { dataId, shape: [...node.shape], dtype: node.dtype };
  }

  nodeOf(dataId: object): Node | undefined {
    return this.entries.get(dataId)?.node;
  }

  /** Frees what the traced function kept: outside the tracing it means nothing. */
  disposeKept(): void {
    for (const variable of Object.values(tf.engine().registeredVariables)) {
      if (this.entries.has(variable.dataId)) variable.dispose();
    }
    for (const [dataId, { node }] of this.entries) {
      const kept = { dataId, dtype: node.dtype, size: sizeOf(node.shape) };
      tf.engine().disposeTensor(kept as tf.Tensor);
    }
  }

  override write(values: tf.BackendValues, shape: number[], dtype: tf.DataType): object {
    if (dtype === 'complex64' || dtype === 'string') {
      throw new Error(`${this.label} makes a tensor of ${dtype}, which can't be traced`);
    }
    const copy = (values as ConstantValues).slice();
    return this.hold(constant(this.graph, 'made while tracing', copy, shape, dtype as DType)).dataId;
  }

  override readSync(): never {
    this.refusedReading = new Error(
      `${this.label} asked for a tensor's values while it was traced, when there are none: ` +
        'values that decide what is computed have to come in as numbers',
    );
    throw this.refusedReading;
  }

  /** Never settles: a rejection that nobody awaits would end the process. The tracing throws the refusal. */
  override read(): Promise<never> {
    try {
      return this.readSync();
    } catch {
      return new Promise(() => {});
    }
  }

  override incRef(dataId: object): void {
    const entry = this.entries.get(dataId);
    if (entry) entry.references++;
  }

  override refCount(dataId: object): number {
    return this.entries.get(dataId)?.references ?? 0;
  }

  override disposeData(dataId: object): boolean {
    const entry = this.entries.get(dataId);
    if (entry && --entry.references > 0) return false;
    this.entries.delete(dataId);
    return true;
  }

  override numDataIds(): number {
    return this.entries.size;
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }

  override floatPrecision(): 32 {
    return 32;
  }

  override timerAvailable(): boolean {
    return false;
  }

  override dispose(): void {
    this.entries.clear();
  }
}
