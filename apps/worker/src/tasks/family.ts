import { DomainError, type ExperimentConfig, Model, sharingOf } from '@kindred/core';
import {
  type Architecture,
  createRandom,
  type Dataset,
  decodeMask,
  decodeWeights,
  findArchitecture,
  findDataset,
  type Images,
  type Mask,
  narrowImages,
  placesBetween,
  shareNetwork,
  type TensorSpec,
  type Weights,
} from '@kindred/ml';
import { type ImportedParent, readImportedParent } from './imported-weights.ts';
import type { TaskContext } from './task.ts';

/** A model's row with what its experiment says about how to build, feed and seed it. */
export interface FamilyMember {
  model: Model;
  config: ExperimentConfig;
  architecture: Architecture;
  specs: readonly TensorSpec[];
  /** Normalised as the network wants. */
  data: Dataset;
  /** Of the dataset's own normalisation, by channel. */
  pixelStd: readonly number[];
  /** Where the parent's weights come from, if it was trained elsewhere. */
  imported?: ImportedParent;
}

export async function loadMember(context: TaskContext, modelId: string): Promise<FamilyMember> {
  const { db, datasets } = context;
  const model = await db.manager.findOne(Model, { where: { id: modelId }, relations: { experiment: true } });
  if (!model) throw new DomainError('NOT_FOUND', `There is no model ${modelId}: it may have been deleted.`);
  const { config } = model.experiment;
  const base = findArchitecture(model.architecture);
  const sharing = sharingOf(model, config.ensembles);
  const architecture = sharing ? shareNetwork(base, sharing) : base;
  const dataset = findDataset(datasets, config.data.name);
  const { weights } = config.parent;
  const imported = weights ? await readImportedParent(context, weights, base, dataset) : undefined;
  const data = imported?.data ?? dataset;
  const specs = architecture.tensors(data);
  const { std: pixelStd } = dataset;
  return { model, config, architecture, specs, data, pixelStd, ...(imported && { imported }) };
}

/** The trained weights of a model; whoever loads them disposes of them. */
export async function loadWeights(
  { artifacts }: TaskContext,
  { model, specs }: FamilyMember,
): Promise<Weights> {
  if (!model.weightsDigest)
    throw new DomainError('CONFLICT', `${model.name} has no weights yet: its training comes first.`);
  return decodeWeights(await artifacts.read(model.weightsDigest), specs);
}

/** The mask that a model was trained under. */
export async function loadMask({ artifacts }: TaskContext, { model, specs }: FamilyMember): Promise<Mask> {
  if (!model.maskDigest) throw new DomainError('CONFLICT', `${model.name} has no mask.`);
  return decodeMask(await artifacts.read(model.maskDigest), specs);
}

/** The experiment's share of the training images, taken by its seed: the same for every member. */
export async function loadTrainingImages(
  context: TaskContext,
  { config, data }: FamilyMember,
): Promise<Images> {
  const all = await data.load('train', tellDecoded(context));
  const places = createRandom(config.seed, 'training-images').permutation(all.count);
  return narrowImages(all, places.subarray(0, config.data.train));
}

/** The first test images. */
export async function loadTestImages(context: TaskContext, { config, data }: FamilyMember): Promise<Images> {
  return narrowImages(await data.load('test', tellDecoded(context)), placesBetween(0, config.data.test));
}

const tellDecoded =
  ({ report }: TaskContext) =>
  (done: number, total: number) =>
    report({ done, total, unit: 'images decoded' });
