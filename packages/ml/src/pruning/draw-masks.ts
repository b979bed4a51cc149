import type { TensorSpec } from '../architectures/architecture.ts';
import { sizeOf } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import { type KeepPlaces, keepPlaces } from './keep-places.ts';
import type { Mask } from './mask.ts';
import { type NamedArrays, requireArray } from './named-arrays.ts';
import { type PruningMethod, requireMethod } from './pruning-method.ts';
import { reportLayers } from './report-layers.ts';

export interface Draw {
  seed: number;
  /** Which siblings of this seed, from 0: of anti-random pairs, the pair. */
  family: number;
  /** The parent's, for pruning by magnitude. */
  weights?: NamedArrays;
}

/**
 * The masks of a family of children, one each, over every prunable tensor.
 *
 * Of n weights or filters in a scope a child loses exactly round(sparsity·n); anti-random children after the first may lose one
 * more or fewer, since they get the rest. Magnitude is |w|, for a filter the mean of |w| over its weights, which ranks the
 * filters of a layer as their L1 norm does (Li et al., 2017); of equal ones the first are pruned. Random masks follow from seed,
 * family and tensor alone, so that one child's doesn't depend on who else draws.
 */
export function drawMasks(specs: readonly TensorSpec[], method: PruningMethod, draw: Draw): Mask[] {
  requireMethod(method);
  const tensors = specs
    .filter(({ prunable }) => prunable)
    .map((spec) => tensorPlaces(spec, method, draw.weights));
  const kept = within[method.scope](tensors, keepPlaces(method, draw.seed, draw.family));
  const masks = Array.from({ length: method.children }, (_, child) =>
    Object.fromEntries(
      tensors.map((tensor, index) => [tensor.name, weightsAt(tensor, kept[index]![child]!)]),
    ),
  );
  if (!method.allowCollapse) masks.forEach(refuseCollapse);
  return masks;
}

/** A tensor as pruning sees it: places to keep or lose, each a weight or a filter. */
interface TensorPlaces {
  name: string;
  weights: number;
  filters: number;
  places: number;
  /** [places], for pruning by magnitude. */
  sizes: Float32Array | undefined;
}

function tensorPlaces(
  spec: TensorSpec,
  { kind, granularity }: PruningMethod,
  weights: NamedArrays | undefined,
): TensorPlaces {
  const filters = spec.shape.at(-1)!;
  const count = sizeOf(spec.shape);
  const places = granularity === 'structured' ? filters : count;
  const base = { name: spec.name, weights: count, filters, places };
  if (kind !== 'magnitude') return { ...base, sizes: undefined };
  if (!weights) throw badInput("Pruning by magnitude needs the parent's weights, and none came.");
  const sizes = requireArray(weights, spec).map(Math.abs);
  return { ...base, sizes: granularity === 'structured' ? filterMeans(sizes, filters) : sizes };
}

/** The last axis is that of the filters, in convolutions and linear layers alike. */
function filterMeans(sizes: Float32Array, filters: number): Float32Array {
  const sums = new Float64Array(filters);
  for (let index = 0; index < sizes.length; index++) sums[index % filters]! += sizes[index]!;
  return Float32Array.from(sums, (sum) => (sum * filters) / sizes.length);
}

/** What each child keeps of each tensor: [tensor][child], [places]. */
type Kept = Uint8Array<ArrayBuffer>[][];

const within: Record<PruningMethod['scope'], (tensors: TensorPlaces[], keep: KeepPlaces) => Kept> = {
  layer: (tensors, keep) => tensors.map(({ name, places, sizes }) => keep(places, [name], sizes)),
  filter: (tensors, keep) => tensors.map((tensor) => filterByFilter(tensor, keep)),
  global: (tensors, keep) => {
    const places = tensors.reduce((sum, tensor) => sum + tensor.places, 0);
    const pooled = keep(places, [], tensors[0]?.sizes && pooledSizes(tensors, places));
    let from = 0;
    return tensors.map((tensor) => {
      const start = from;
      from += tensor.places;
      return pooled.map((bits) => bits.slice(start, start + tensor.places));
    });
  },
};

function filterByFilter(
  { name, weights, filters, sizes }: TensorPlaces,
  keep: KeepPlaces,
): Uint8Array<ArrayBuffer>[] {
  const incoming = weights / filters;
  const columns = Array.from({ length: filters }, (_, filter) => {
    const own = sizes && Float32Array.from({ length: incoming }, (_, i) => sizes[i * filters + filter]!);
    return keep(incoming, [name, filter], own);
  });
  return columns[0]!.map((_, child) => {
    const bits = new Uint8Array(weights);
    for (let filter = 0; filter < filters; filter++) {
      const kept = columns[filter]![child]!;
      for (let i = 0; i < incoming; i++) bits[i * filters + filter] = kept[i]!;
    }
    return bits;
  });
}

function pooledSizes(tensors: TensorPlaces[], places: number): Float32Array {
  const pooled = new Float32Array(places);
  let from = 0;
  for (const { sizes } of tensors) {
    pooled.set(sizes!, from);
    from += sizes!.length;
  }
  return pooled;
}

function weightsAt({ weights, places, filters }: TensorPlaces, kept: Uint8Array): Uint8Array {
  if (places === weights) return kept;
  const bits = new Uint8Array(weights);
  for (let from = 0; from < weights; from += filters) bits.set(kept, from);
  return bits;
}

function refuseCollapse(mask: Mask, child: number): void {
  const { collapsed } = reportLayers(mask);
  if (collapsed.length === 0) return;
  const layers = collapsed.map(({ tensor, weights }) => `${tensor} (${weights} weights)`).join(', ');
  throw badInput(
    `Child ${child + 1} would keep nothing of ${layers}: the layer collapses. Take the scope layer, a lower sparsity, or allowCollapse.`,
  );
}
