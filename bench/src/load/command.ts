import { DomainError } from '@kindred/ml';
import { showProgress } from '../report/progress.ts';
import { openDashboardDatabase } from '../works/dashboard-database.ts';
import { putUnderLoad } from './load.ts';
import { type LoadOptions, parseLoadOptions } from './options.ts';
import { passes, reportLoad } from './report.ts';

/** A tenth of the bench's experiments of the usual size, beside its two large ones: 276,000 pictures. */
const usualExperiments = 100;

/**
 * `npm run load -- [--minutes n] [--concurrency n]`: a server that is asked all the time, and what came of it.
 * @returns the exit code: 1 if a request failed or memory grew, 2 for a wrong option
 */
export async function load(args: readonly string[]): Promise<number> {
  try {
    return await measureLoad(parseLoadOptions(args));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function measureLoad(options: LoadOptions): Promise<number> {
  const progress = showProgress('load');
  const { variables, stop } = await openDashboardDatabase(progress.prepared, usualExperiments);
  Object.assign(process.env, variables);
  try {
    const seconds = options.minutes * 60;
    progress.round(0, seconds);
    const run = await putUnderLoad(options, (passed) => progress.round(Math.floor(passed), seconds));
    progress.end();
    console.log(reportLoad(run));
    return passes(run) ? 0 : 1;
  } finally {
    await stop();
  }
}
