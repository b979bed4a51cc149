import {
  FamilyDocument,
  type FamilyQuery,
  KindredError,
  type ModelIdentityFragment,
  NeuronDistanceDocument,
  type NeuronDistanceFieldsFragment,
  NeuronInFamilyDocument,
  type NeuronInFamilyQuery,
} from '@kindred/client';
import { api } from '../../api.ts';
import { siblingPairs } from '../models/family.ts';

export type Family = NonNullable<FamilyQuery['experiment']>;
type Answer = NonNullable<NeuronInFamilyQuery['experiment']>['models']['nodes'][number]['neuron'];

/** One neuron in one model, and how far its picture lies from that of its relatives. */
export interface NeuronMember {
  model: ModelIdentityFragment;
  visualization: Answer['visualization'];
  toParent: NeuronDistanceFieldsFragment | null;
  toSibling: NeuronDistanceFieldsFragment | null;
  /** The model that its hash maps are compared with: the one asked for, else its sibling, else its parent. */
  reference: ModelIdentityFragment | null;
  toReference: NeuronDistanceFieldsFragment | null;
}

export interface NeuronPage {
  family: Family;
  layer: Answer['layer'];
  channel: number;
  members: NeuronMember[];
}

/** Throws NOT_FOUND for an unknown experiment or neuron, BAD_INPUT for a reference that isn't of the family. */
export async function readNeuron(experiment: string, at: string, against?: string): Promise<NeuronPage> {
  const family = await readFamily(experiment);
  const models = family.models.nodes;
  const parent = models.find(({ kind }) => kind === 'PARENT')!;
  const asked = against === undefined ? null : modelNamed(models, against);
  const [answers, siblings] = await Promise.all([
    readAnswers({ experiment, at, parent: parent.id, against: (asked ?? parent).id }),
    readSiblingDistances(models, at),
  ]);
  const members = models.flatMap((model): NeuronMember[] => {
    const neuron = answers.get(model.id);
    if (!neuron) return [];
    const toParent = model === parent ? null : neuron.distanceToParent;
    const toSibling = siblings.get(model.id) ?? null;
    const base = { model, visualization: neuron.visualization, toParent, toSibling };
    if (asked)
      return [
        {
          ...base,
          ...(asked === model ? none : { reference: asked, toReference: neuron.distanceToReference }),
        },
      ];
    const sibling = models.find(({ id }) => id === model.sibling?.id);
    if (sibling) return [{ ...base, reference: sibling, toReference: toSibling }];
    return [{ ...base, ...(model === parent ? none : { reference: parent, toReference: toParent }) }];
  });
  const [{ layer, channel }] = [...answers.values()] as [Answer];
  return { family, layer, channel, members };
}

const none = { reference: null, toReference: null };

async function readFamily(experiment: string): Promise<Family> {
  const answer = await api.request(FamilyDocument, { experiment });
  if (!answer.experiment) throw new KindredError('NOT_FOUND', `There is no experiment "${experiment}".`);
  return answer.experiment;
}

function modelNamed(models: ModelIdentityFragment[], name: string): ModelIdentityFragment {
  const model = models.find((candidate) => candidate.name === name);
  if (model) return model;
  const names = models.map((candidate) => candidate.name).join(', ');
  throw new KindredError('BAD_INPUT', `This family has no model "${name}" to compare with: it has ${names}.`);
}

type AnswersVariables = { experiment: string; at: string; parent: string; against: string };

async function readAnswers(variables: AnswersVariables): Promise<Map<string, Answer>> {
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
