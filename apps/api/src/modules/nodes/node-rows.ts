import {
  ActivationGrid,
  Evaluation,
  Experiment,
  Job,
  Model,
  Note,
  type Picture,
  SaliencyMap,
  SavedComparison,
  Visualization,
} from '@kindred/core';

/** What has an id and a row of its own, by the name of its type in the graph. */
export const nodeRows = {
  Experiment,
  Model,
  Visualization,
  Job,
  Evaluation,
  SaliencyMap,
  ActivationGrid,
  SavedComparison,
  Note,
};

export type NodeName = keyof typeof nodeRows;
export type NodeRow = Exclude<InstanceType<(typeof nodeRows)[NodeName]>, Visualization> | Picture;

export const nodeNames = Object.keys(nodeRows) as NodeName[];
