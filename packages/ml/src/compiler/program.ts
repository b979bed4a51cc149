import type * as tf from '@tensorflow/tfjs';

/** Tensors by name, or in lists, nested as it reads best: `{ weights: { 'conv1.weight': … }, velocities: … }`. */
export type TensorTree = tf.Tensor | readonly TensorTree[] | { readonly [name: string]: TensorTree };

/** What a function takes, and what it gives. */
export type Tensors = { readonly [name: string]: TensorTree };

/** What a function is specialised for beside shapes: compared one by one with Object.is, so objects by identity. */
export type Statics = Readonly<Record<string, unknown>>;

/** A pure function of tensors: everything it reads comes in `inputs`; `statics` decide what is computed. */
export type TensorFunction<In extends Tensors, Out extends Tensors, S extends Statics> = (
  inputs: In,
  statics: S,
) => Out;

/**
 * A function made ready to run many times. On an engine that compiles it is traced once for each set of shapes; on an
 * eager tfjs backend it is simply called.
 */
export interface Program<In extends Tensors, Out extends Tensors> {
  /**
   * Starts a run whose `resident` inputs stay where they are computed on: a network's weights, masks, an optimiser's
   * state. The caller keeps its tensors. What a step returns under the name of a resident replaces it.
   */
  start<Resident extends Partial<In>>(resident: Resident): Promise<Run<In, Out, Resident>>;
  /**
   * Frees the compiled graphs at once. Runs that were started must be disposed of before. Without it they are kept for
   * whoever compiles the same function again, until there are too many, or their constants are disposed of.
   */
  dispose(): Promise<void>;
}

export interface Run<In extends Tensors, Out extends Tensors, Resident extends Partial<In>> {
  /**
   * One step: takes the other inputs, gives the outputs that don't replace a resident. The caller disposes of both, of the
   * inputs as soon as it likes.
   */
  step(inputs: Omit<In, keyof Resident>): Promise<Omit<Out, keyof Resident>>;
  /** The residents as they are now, as new tensors of the caller's. */
  read(): Promise<Resident>;
  dispose(): void;
}
