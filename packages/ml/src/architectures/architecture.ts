import type * as tf from '@tensorflow/tfjs';
import type { Pass } from '../networks/pass.ts';
import type { Wiring } from '../pruning/wiring.ts';

/** A layer whose channels are neurons. */
export interface Layer {
  /** The first half of a neuron's address: `stage2.block0`. */
  name: string;
  channels: number;
}

/** A `sign` starts as 1 or −1 at random. */
export type TensorRole = 'convolution' | 'linear' | 'bias' | 'scale' | 'shift' | 'mean' | 'variance' | 'sign';

/** One tensor of a network, under its PyTorch name. Convolutions are [height, width, in, out], linear weights [in, out]. */
export interface TensorSpec {
  name: string;
  role: TensorRole;
  shape: number[];
  /** Whether pruning may remove its weights: all convolutions and linear layers but the classifier (the first PAT code). */
  prunable: boolean;
}

/** What goes in and what comes out. */
export interface NetworkShape {
  /** 1 for grey, 3 for RGB. */
  channels: number;
  classes: number;
}

/** A place where a pass may drop units. */
export interface Dropout {
  /** What `pass.dropout` calls it. */
  name: string;
  /** Of what it drops from, one image's. */
  shape: [height: number, width: number, channels: number];
}

/** How several members share a network, and are trained in it. */
export interface Sharing {
  members: number;
  /** `same`: all look at the same image; `own`: each at one of its own, their channels side by side. */
  inputs: 'same' | 'own';
  /** Times that an image is in a batch, beside others each time; for inputs of their own. */
  repetitions: number;
  /** Whether the members' losses are added up or averaged. */
  loss: 'sum' | 'mean';
}

/** Factors of a tensor's learning rate and of its weight decay. */
export interface Learning {
  rate: number;
  decay: number;
}

/** A datasheet of a network: its layers, its tensors, and how an image passes through them. */
export interface Architecture {
  name: string;
  description: string;
  /** Pixels of the smallest pictures that every layer's map keeps a cell of; any will do unless it tells. */
  smallestSide?: number;
  /** The one number of classes that it can have; any will do unless it tells. */
  classes?: number;
  /** From the input to the output. */
  layers: Layer[];
  tensors(shape: NetworkShape): TensorSpec[];
  /** Which layers read which; whoever is to be pruned tells it. */
  wiring?(specs: readonly TensorSpec[]): Wiring;
  /** Its dropouts for images of a size; none unless it tells some. */
  dropouts?(size: { height: number; width: number }): Dropout[];
  /** Absent where the network gives one prediction. */
  sharing?: Sharing;
  /** How a tensor is learned; as all others are unless it tells. */
  learning?(tensor: string): Learning | undefined;
  /**
   * Yields each layer's activation, [batch, height, width, channels], in the order of `layers`; returns the logits,
   * [batch, classes], or [batch, members · classes] where members share it. Whoever needs only a layer stops there, and nothing
   * behind it is computed.
   */
  forward(pass: Pass, images: tf.Tensor4D): Generator<tf.Tensor4D, tf.Tensor2D>;
}
