import {
  ActivationGrid,
  Evaluation,
  Job,
  LayerMatch,
  MaskedTensor,
  type Model,
  renderGridJob,
  SaliencyAgreement,
  SaliencyMap,
} from '@kindred/core';
import { sampleEvaluation } from '@kindred/core/testing/samples';
import { findArchitecture } from '@kindred/ml';
import type { EntityManager } from 'typeorm';
import type { ExperimentShape } from './experiment-shapes.ts';
import { digestOf } from './ids-from.ts';

type Looked = Omit<ExperimentShape, 'config'>;
type Layers = readonly { name: string; channels: number }[];
type Member = Pick<
  Model,
  | 'id'
  | 'name'
  | 'kind'
  | 'architecture'
  | 'experimentId'
  | 'parentId'
  | 'siblingId'
  | 'position'
  | 'sparsity'
>;

const origin = { backend: 'cpu', codeVersion: 'bench' };
const imageDigest = digestOf('a picture');
/** Rows of a statement: it may have 65,535 values. */
const rowsAtOnce = 1000;

/** What was found out about a family by other means than pictures of neurons. */
export async function insertFindings(
  transaction: EntityManager,
  models: readonly Member[],
  { images, matchedLayers }: Looked,
  newId: () => string,
): Promise<void> {
  const family = models.filter(({ kind }) => kind !== 'checkpoint');
  const layers = findArchitecture(family[0]!.architecture).layers;
  await transaction.insert(Evaluation, evaluationsOf(family, newId));
  for (const { id: modelId, position, sparsity } of family)
    if (sparsity !== null) await transaction.insert(MaskedTensor, masksOf(modelId, position, layers));
  for (const [one, other] of relatives(family))
    await transaction.insert(LayerMatch, matchesOf(one, other, layers.slice(-matchedLayers), newId));
  for (let image = 0; image < images; image++) {
    const maps = family.map(({ id }) => mapOf(id, image, newId));
    await transaction.insert(SaliencyMap, maps);
    await insertAll(transaction, SaliencyAgreement, agreementsOf(maps.map(({ id }) => id)));
    const grids = family.map(({ id }) => gridOf(id, image, layers.at(-1)!.name, newId));
    await transaction.insert(ActivationGrid, grids);
    await transaction.insert(
      Job,
      grids.map((grid) => jobOf(grid, family[0]!.experimentId, newId)),
    );
  }
}

async function insertAll(
  transaction: EntityManager,
  entity: typeof SaliencyAgreement,
  rows: object[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += rowsAtOnce)
    await transaction.insert(entity, rows.slice(first, first + rowsAtOnce));
}

function evaluationsOf(family: readonly Member[], newId: () => string) {
  const of = (wanted: string) => family.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const measured = [
    ...family.map(({ id, name }) => ({ name, members: [id] })),
    { name: 'prune-and-tune', members: of('child') },
    { name: 'snapshot', members: of('snapshot') },
  ];
  const { experimentId } = family[0]!;
  return measured.map((subject) => ({
    id: newId(),
    experimentId,
    ...subject,
    ...sampleEvaluation(subject.members.length),
  }));
}

/** As many weights as two convolutions a layer have, half of them kept; a model's are those of the first, moved along. */
function masksOf(modelId: string, position: number, layers: Layers) {
  return layers.map(({ name, channels }, place) => {
    const weights = 18 * channels ** 2;
    const drawn = drawnBits(weights);
    const moved = (position * 7919) % weights;
    return {
      modelId,
      tensor: `${name}.weight`,
      position: place,
      weights,
      kept: weights / 2,
      filters: channels,
      withoutIncoming: [],
      withoutOutgoing: [],
      bits: drawn.slice(moved) + drawn.slice(0, moved),
    };
  });
}

/** Each child with its sibling, and everybody with the parent. */
function relatives(family: readonly Member[]): [Member, Member][] {
  const [parent, ...others] = family;
  const siblings = others.flatMap((one): [Member, Member][] => {
    const other = others.find(({ id }) => id === one.siblingId);
    return other && one.position < other.position ? [[one, other]] : [];
  });
  return [...siblings, ...others.map((other): [Member, Member] => [parent!, other])];
}

function matchesOf(one: Member, other: Member, layers: Layers, newId: () => string) {
  return layers.map(({ name: layer, channels }) => ({
    id: newId(),
    modelId: one.id,
    otherId: other.id,
    layer,
    channels,
    dataset: 'mnist',
    dataDigest: imageDigest,
    images: 1000,
    correlations: Buffer.from(
      Float32Array.from({ length: channels ** 2 }, (_, index) => mixed(index + other.position) / 2 ** 31)
        .buffer,
    ),
    ...origin,
  }));
}

const measure = (value: number, definition: string) => ({ value, definition });

function mapOf(modelId: string, imageIndex: number, newId: () => string) {
  const digests = {
    imageDigest,
    attributionsDigest: imageDigest,
    randomizedDigest: imageDigest,
    inputDigest: imageDigest,
  };
  const id = newId();
  return {
    id,
    modelId,
    imageIndex,
    method: 'smoothgrad-paper' as const,
    target: 'predicted',
    seed: 1,
    status: 'done' as const,
    ...digests,
    contentKey: digestOf(id),
    result: {
      class: 7,
      predicted: 7,
      label: 7,
      height: 28,
      width: 28,
      definition: 'smoothgrad-paper v1',
      sanity: measure(0.1, 'rank correlation v1'),
      dataDigest: imageDigest,
      ...origin,
    },
  };
}

function agreementsOf(mapIds: readonly string[]) {
  const ids = [...mapIds].sort();
  return ids.flatMap((firstId, index) =>
    ids.slice(index + 1).map((secondId) => ({
      firstId,
      secondId,
      rankCorrelation: measure(0.25, 'rank correlation v1'),
      topOverlap: measure(0.5, 'top overlap v1'),
      centreShift: measure(1.5, 'centre shift v1'),
    })),
  );
}

function gridOf(modelId: string, imageIndex: number, layer: string, newId: () => string) {
  const id = newId();
  return {
    id,
    modelId,
    imageIndex,
    layer,
    preset: 'quick' as const,
    seed: 1,
    status: 'done' as const,
    imageDigest,
    contentKey: digestOf(id),
    result: {
      rows: 7,
      columns: 7,
      cellSize: 24,
      grouping: { groups: 6, error: 0.25 },
      dataDigest: imageDigest,
      ...origin,
    },
  };
}

function jobOf(
  { id: gridId, modelId }: { id: string; modelId: string },
  experimentId: string,
  newId: () => string,
) {
  return {
    id: newId(),
    experimentId,
    modelId,
    name: renderGridJob.name,
    payload: { modelId, gridId },
    requested: true,
    status: 'done' as const,
    startedAt: new Date(),
    finishedAt: new Date(),
  };
}

const bitsByLength = new Map<number, string>();

/** Pairs of a bit and its opposite. */
function drawnBits(length: number): string {
  const known = bitsByLength.get(length);
  if (known) return known;
  const pairs = Array.from({ length: length / 2 }, (_, pair) => (mixed(pair) < 0 ? '01' : '10'));
  bitsByLength.set(length, pairs.join(''));
  return bitsByLength.get(length)!;
}

function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
  return twice ^ (twice >>> 15);
}
