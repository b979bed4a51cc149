import type { ExperimentConfig } from '../experiments/experiment-config.ts';
import type { Model, ModelKind } from '../models/model.entity.ts';
import type { Recipe } from '../models/train-model.job.ts';

export type PlannedModel = Pick<
  Model,
  | 'id'
  | 'name'
  | 'position'
  | 'kind'
  | 'architecture'
  | 'parentId'
  | 'siblingId'
  | 'sparsity'
  | 'finalId'
  | 'epoch'
>;

/** A model of a family, and how it will come to its weights. */
export interface PlannedMember {
  model: PlannedModel;
  recipe: Recipe;
  /** How many points on the way are kept. */
  checkpoints: number;
}

/** A member as its method plans it: what it leaves out follows from the family. */
export type Draft = Pick<PlannedModel, 'name' | 'kind'> &
  Partial<Pick<PlannedModel, 'id' | 'siblingId' | 'sparsity' | 'parentId'>> & {
    recipe: Recipe;
    checkpoints?: number;
  };

/** What a method may use to plan its members. */
export interface Surroundings {
  config: ExperimentConfig;
  /** The parent's id. */
  parentId: string;
  /** Draws the id of a model. */
  newId(): string;
}

/** A way to make models beside the parent. */
export interface Method<Config> {
  /** What its models are, each kind belonging to one method. */
  kind: ModelKind;
  /** Whether its models are averaged; else each stands for itself. */
  ensemble: boolean;
  /** Predictions that each of its models gives for an image; 1 unless told. */
  membersOf?(config: Config): number;
  plan(config: Config, surroundings: Surroundings): Draft[];
}

export function defineMethod<Config>(method: Method<Config>): Method<Config> {
  return method;
}
