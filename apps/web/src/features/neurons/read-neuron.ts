import {
  type ModelIdentityFragment,
  NeuronDistanceDocument,
  type NeuronDistanceFieldsFragment,
  NeuronInFamilyDocument,
  type NeuronInFamilyQuery,
  type NeuronInFamilyQueryVariables,
} from '@kindred/client';
import { api } from '../../api.ts';
import { type Question, question } from '../copy/question.ts';
import { siblingPairs } from '../models/family.ts';
import { modelNamed } from '../models/model-named.ts';
import { type Family, readFamily } from '../models/read-family.ts';

type Neuron = NonNullable<NeuronInFamilyQuery['experiment']>['models']['nodes'][number]['neuron'];

/** One neuron in one model, and how far its picture lies from that of its relatives. */
export interface NeuronMember {
  model: ModelIdentityFragment;
  visualization: Neuron['visualization'];
  toParent: NeuronDistanceFieldsFragment | null;
  toSibling: NeuronDistanceFieldsFragment | null;
  /** The model that its hash maps are compared with: the one asked for, else its sibling, else its parent. */
  reference: ModelIdentityFragment | null;
  toReference: NeuronDistanceFieldsFragment | null;
}

export interface NeuronPage {
  family: Family;
  layer: Neuron['layer'];
  channel: number;
  members: NeuronMember[];
  asked: Question[];
}

/** Throws NOT_FOUND or BAD_INPUT for an experiment, a neuron or a model to compare with that there isn't. */
export async function readNeuron(experiment: string, at: string, against?: string): Promise<NeuronPage> {
  const family = await readFamily(experiment);
  const models = family.models.nodes;
  const parent = models.find(({ kind }) => kind === 'PARENT')!;
  const named = against === undefined ? undefined : modelNamed(models, against);
  const variables = { experiment, at, parent: parent.id, against: (named ?? parent).id };
  const [neurons, siblingDistances] = await Promise.all([
    readNeurons(variables),
    readSiblingDistances(models, at),
  ]);
  const members = models.map((model): NeuronMember => {
    const { visualization, distanceToParent, distanceToReference } = neurons.get(model.id)!;
    const toSibling = siblingDistances.get(model.id) ?? null;
    const sibling = models.find(({ id }) => id === model.sibling?.id);
    const relative = named ?? sibling ?? parent;
    return {
      model,
      visualization,
      toParent: model === parent ? null : distanceToParent,
      toSibling,
      reference: relative === model ? null : relative,
      toReference: relative === model ? null : relative === sibling ? toSibling : distanceToReference,
    };
  });
  const { layer, channel } = neurons.get(parent.id)!;
  return { family, layer, channel, members, asked: [question('neurons', NeuronInFamilyDocument, variables)] };
}

async function readNeurons(variables: NeuronInFamilyQueryVariables): Promise<Map<string, Neuron>> {
  const { experiment } = await api.request(NeuronInFamilyDocument, variables);
  return new Map(experiment?.models.nodes.map(({ id, neuron }) => [id, neuron]));
}

/** A pair has one distance; it is given to both. */
async function readSiblingDistances(models: ModelIdentityFragment[], at: string) {
  const distances = await Promise.all(
    siblingPairs(models).map(async ({ first, second }) => {
      const { model } = await api.request(NeuronDistanceDocument, { model: first.id, at, to: second.id });
      const distance = model?.neuron.distanceTo ?? null;
      return [[first.id, distance] as const, [second.id, distance] as const];
    }),
  );
  return new Map(distances.flat());
}
