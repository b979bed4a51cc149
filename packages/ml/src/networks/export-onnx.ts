import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { lower } from '../compiler/lower/lower.ts';
import { trace } from '../compiler/trace/trace.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { computeLogits } from './compute-logits.ts';
import { inferencePass } from './inference-pass.ts';
import type { Weights } from './pass.ts';

export interface ExportPlan {
  architecture: Architecture;
  weights: Weights;
  /** What the network was trained on: the size of its images, and how they were normalised. */
  data: Pick<Dataset, 'name' | 'height' | 'width' | 'channels' | 'classes' | 'mean' | 'std'>;
  /** Whatever else is to be told, such as the digest of the weights. */
  metadata?: Readonly<Record<string, string>>;
}

/** Any size but 1 would do: a batch of one looks like a broadcast. */
const tracedBatch = 2;

/**
 * A network as an ONNX file, opset 17 and no other operators: `images`, [batch, channels, height, width] in float32,
 * normalised, → `logits`, [batch, classes]. The metadata tells the architecture and the normalisation, so that a reader of
 * the file needs nothing else.
 */
export function exportOnnx({ architecture, weights, data, metadata = {} }: ExportPlan): Uint8Array {
  const { name, height, width, channels, classes, mean, std } = data;
  const images = { shape: [tracedBatch, channels, height, width], dtype: 'float32' } as const;
  const logitsOf = (inputs: { images: tf.Tensor4D; weights: Weights }) => ({
    logits: computeLogits(
      architecture,
      inferencePass(inputs.weights),
      tf.transpose(inputs.images, [0, 2, 3, 1]),
    ),
  });
  const graph = trace(
    logitsOf,
    { images, weights },
    { constants: { weights }, label: `${architecture.name}` },
  );
  const model = lower(graph, { block: 0, batch: 'batch' });
  return model.encode({
    architecture: architecture.name,
    dataset: name,
    classes: String(classes),
    mean: mean.join(' '),
    std: std.join(' '),
    ...metadata,
  });
}
