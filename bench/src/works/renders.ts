import { inProcesses } from './in-processes.ts';
import type { RenderingValues } from './render-batches.ts';
import { shareOut } from './share-out.ts';
import type { Prepare } from './work.ts';

export interface FamilyValues extends Omit<RenderingValues, 'batches'> {
  models: number;
  /** Batches of each model. */
  batches: number;
}

/** A family's pictures rendered in as many processes as there are threads, the batches shared out in turn. */
export const prepare: Prepare<FamilyValues> = (values, threads) => {
  const batches = Array.from({ length: values.models * values.batches }, (_, index) => ({
    model: Math.floor(index / values.batches),
    channel: (index % values.batches) * values.pictures,
  }));
  const shares = shareOut(batches.length, threads).map((_, process, { length }) => ({
    ...values,
    batches: batches.filter((_, index) => index % length === process),
  }));
  return inProcesses('render-batches', shares);
};
