import { findLayer } from '../architectures/find-layer.ts';
import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import { type MapSizes, mapSizes } from '../networks/map-sizes.ts';
import type { Weights } from '../networks/pass.ts';
import { type Objective, requireTerm, type Term } from './objective.ts';
import type { Subject } from './render-step.ts';
import { placeIn, type Selections, selectionsOf } from './selections.ts';

export interface RenderPlan extends Subject {
  weights: Weights;
  /** One picture for each. */
  objectives: readonly Objective[];
  /** Another network of the architecture, whose readings count too, times the weight: −1 for what excites only the first. */
  contrast?: { weights: Weights; weight: number };
  /** Has the pictures differ by their features in a layer: what they share is taken from the objective, times the weight. */
  diversity?: { layer: string; weight: number };
  /** With the first neuron's address it fixes the start image and the transforms, whatever the model and the batch. */
  seed: number;
  /** Steps after which the pictures are kept too. */
  snapshots?: readonly number[];
}

/** What a plan's pictures read. */
export interface Reading {
  /** Of each network, by pictures with their border under the transforms: what is raised. */
  raised: Selections[];
  /** Of the first network, by finished pictures with so many pixels of border: the first neuron of each objective. */
  measured: Selections;
  border: number;
}

/** Refuses what can't be rendered, with what came and what there is; answers with what the pictures read. */
export function readPlan(plan: RenderPlan): Reading {
  const { architecture, weights, objectives, contrast, diversity, preset, data } = plan;
  if (objectives.length === 0) throw badInput('No objectives came; a rendering needs one or more.');
  const terms = objectives.flatMap(({ terms }) => terms);
  for (const term of terms) requireTerm(architecture, term);
  if (diversity) findLayer(architecture, diversity.layer);
  if (contrast) requireAlike(weights, contrast.weights);
  requireSnapshots(plan);
  const layers = [...new Set(terms.map(({ layer }) => layer))];
  const mapsWith = (border: number) => {
    const side = preset.size + 2 * border;
    return mapSizes(architecture, weights, layers, { height: side, width: side, channels: data.channels });
  };
  const maps = mapsWith(preset.padding);
  for (const term of terms) requirePlace(term, maps, plan);
  const border = readsPlaces(plan) ? preset.padding : 0;
  const measuredMaps = mapsWith(border);
  const weighted = (by: number) =>
    objectives.map(({ terms }) => terms.map((term) => ({ ...term, weight: by * term.weight })));
  const firsts = objectives.map(({ terms: [first] }) => [{ ...first, weight: 1 }]);
  return {
    raised: [1, ...(contrast ? [contrast.weight] : [])].map((by) =>
      selectionsOf(weighted(by), architecture, maps),
    ),
    measured: selectionsOf(firsts, architecture, measuredMaps),
    border,
  };
}

/** A place is one of the picture with its border: there it is measured too. A mean is that of the picture alone. */
function readsPlaces({ objectives }: RenderPlan): boolean {
  const [first, ...rest] = objectives.map(({ terms: [{ at }] }) => at !== undefined);
  if (rest.every((readsPlace) => readsPlace === first)) return first!;
  throw badInput('Pictures that read a place and pictures that read a mean came; render them apart.');
}

function requireAlike(weights: Weights, others: Weights): void {
  for (const name of new Set([...Object.keys(weights), ...Object.keys(others)])) {
    const [one, other] = [weights, others].map(({ [name]: tensor }) =>
      tensor ? `[${tensor.shape}]` : 'missing',
    );
    if (one !== other)
      throw badInput(
        `Only networks of one architecture can be contrasted: ${name} is ${one} in the first and ${other} in the second.`,
      );
  }
}

function requireSnapshots({ snapshots = [], preset }: RenderPlan): void {
  const wrong = snapshots.find((step) => !isPositiveInteger(step) || step > preset.steps);
  if (wrong !== undefined)
    throw badInput(`There is no step ${wrong}: the preset ${preset.name} has steps 1–${preset.steps}.`);
}

function requirePlace({ layer, channel, at }: Term, maps: MapSizes, { preset }: RenderPlan): void {
  if (!at) return;
  const map = maps[layer]!;
  const { x, y } = placeIn(at, map);
  const isIn = (place: number, length: number) => Number.isInteger(place) && place >= 0 && place < length;
  if (isIn(x, map.width) && isIn(y, map.height)) return;
  throw badInput(
    `${layer}:${channel} has no place (${x}, ${y}): in pictures of ${preset.size} pixels with a border of ${preset.padding} its map has ${map.width} columns and ${map.height} rows, from 0.`,
  );
}
