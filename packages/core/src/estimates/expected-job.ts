import type { Dataset } from '../datasets/dataset.entity.ts';
import { arithmeticAStep, parentWeight, passesAStep } from '../jobs/expected-work.ts';
import type { Job } from '../jobs/job.entity.ts';
import type { ModelKind } from '../models/model.entity.ts';

/** What is known of a job before it runs, as far as its cost follows from that. */
export interface ExpectedJob extends Pick<Job, 'name' | 'weight'> {
  /** Of the model that it makes or looks at; null for one about the whole family. */
  kind: ModelKind | null;
  /** Of its experiment. */
  architecture: string;
  dataset: string;
}

/** Its weight without what a parent's training weighs more. */
export function workOf({ name, weight, kind }: Pick<ExpectedJob, 'name' | 'weight' | 'kind'>): number {
  return name === 'train-model' && kind === 'parent' ? weight / parentWeight : weight;
}

/** The same of rows `job` and `model` in SQL. */
export const workInSql = `job.weight / case when job.name = 'train-model' and model.kind = 'parent' then ${parentWeight}.0 else 1 end`;

/** Pixels of the image that pictures' work is reckoned in passes of: see pictureWork. */
const picturePixels = 28 * 28;

/** Forward passes of an image of its dataset that a job's arithmetic is worth. */
export function passesOf(job: ExpectedJob, { height, width }: Pick<Dataset, 'height' | 'width'>): number {
  switch (job.name) {
    case 'train-model':
      return (workOf(job) * arithmeticAStep) / passesAStep;
    case 'visualize-neurons':
    case 'render-grid':
      return (workOf(job) * picturePixels) / (height * width);
    case 'evaluate-ensemble':
    case 'export-network':
      // What is stored is read; no network runs.
      return 0;
    default:
      return workOf(job);
  }
}
