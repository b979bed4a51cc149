import { inProcesses } from './in-processes.ts';
import { shareOut } from './share-out.ts';
import type { TuningValues } from './tune-children.ts';
import type { Prepare } from './work.ts';

/** A family tuned in as many processes as there are threads, the children shared out. */
export const prepare: Prepare<TuningValues> = (values, threads) =>
  inProcesses(
    'tune-children',
    shareOut(values.children, threads).map((children) => ({ ...values, children })),
  );
