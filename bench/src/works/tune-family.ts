import { isMissing } from '../sides/contender.ts';
import { ours } from '../sides/ours.ts';
import { type Side, startSide } from '../sides/side.ts';
import { shareOut } from './share-out.ts';
import type { TuningValues } from './tune-children.ts';
import type { Prepare } from './work.ts';

/** A family tuned as workers do it: in as many processes as there are threads, one thread each, the children shared out. */
export const prepare: Prepare<TuningValues> = async (values, threads) => {
  const shares = shareOut(values.children, threads);
  const sides = await Promise.all(shares.map((children) => startTuning({ ...values, children })));
  return {
    versions: sides[0]!.ready.versions,
    step: () => Promise.all(sides.map((side) => side.step())),
    othersPeakBytes: async () => sum(await Promise.all(sides.map((side) => side.peakBytes()))),
  };
};

function startTuning(values: TuningValues): Promise<Side> {
  const launch = ours('tune-children', values)(1);
  if (isMissing(launch)) throw new Error(launch.missing);
  return startSide(launch);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
