import type { Architecture, NetworkShape, TensorSpec } from '../architectures/architecture.ts';
import { decodeSafetensors } from '../checkpoints/decode-safetensors.ts';
import type { TensorData } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Weights } from './pass.ts';
import { type Preprocessing, parsePreprocessing } from './preprocessing.ts';
import { tensorsOf, weightValues } from './weight-values.ts';

/** A network that was trained elsewhere. */
export interface ImportedNetwork {
  architecture: Architecture;
  shape: NetworkShape;
  specs: readonly TensorSpec[];
  /** New tensors at every call: whoever calls disposes of them. */
  weights(): Weights;
  /** What it wants done to images; undefined where the file doesn't say. */
  preprocessing: Preprocessing | undefined;
  /** All that the file says of itself: dataset, licence … */
  metadata: Readonly<Record<string, string>>;
}

/**
 * Reads a safetensors file of weights under PyTorch's names and layout, OIHW, and the `preprocess` of its metadata. Whatever
 * doesn't fit is refused: bytes that are no such file, weights of another architecture by its metadata or by a tensor's name
 * or shape, and numbers that aren't finite.
 * @param shape what goes in and comes out; what the first and the last tensor tell unless given
 */
export function importWeights(
  file: Uint8Array,
  architecture: Architecture,
  shape?: NetworkShape,
): ImportedNetwork {
  const { tensors, metadata } = decodeSafetensors(file);
  requireKind(metadata, architecture);
  const found = shape ?? shapeOf(tensors, architecture);
  const specs = architecture.tensors(found);
  const values = weightValues(tensors, specs);
  return {
    architecture,
    shape: found,
    specs,
    weights: () => tensorsOf(values, specs),
    preprocessing: preprocessingOf(metadata, found),
    metadata,
  };
}

function requireKind(metadata: Readonly<Record<string, string>>, { name }: Architecture): void {
  const { architecture = name, layout = 'OIHW' } = metadata;
  if (architecture !== name)
    throw badInput(
      `The file holds weights of "${architecture}"; ${name} was wanted: choose the one or the other.`,
    );
  if (layout !== 'OIHW')
    throw badInput(`The file's filters lie as "${layout}"; they are read as OIHW, PyTorch's layout.`);
}

/** Any would do for the names of tensors, which don't depend on it; SqueezeNet takes these classes alone. */
const anyShape: NetworkShape = { channels: 3, classes: 1000 };

/** As told by the first convolution and by the classifier; where those are missing or empty the check of tensors will say so. */
function shapeOf(tensors: ReadonlyMap<string, TensorData>, architecture: Architecture): NetworkShape {
  const specs = architecture.tensors(anyShape);
  const [first, last] = [specs.at(0)!, specs.at(-1)!].map(({ name }) => tensors.get(name)?.shape);
  return { channels: first?.[1] || anyShape.channels, classes: last?.[0] || anyShape.classes };
}

function preprocessingOf(
  { preprocess }: Readonly<Record<string, string>>,
  { channels }: NetworkShape,
): Preprocessing | undefined {
  if (preprocess === undefined) return undefined;
  const preprocessing = parsePreprocessing(preprocess);
  const { order, mean } = preprocessing;
  if (mean.length !== channels)
    throw badInput(
      `The preprocessing "${preprocess}" is for ${order} images; the network takes ${channels} channels.`,
    );
  return preprocessing;
}
