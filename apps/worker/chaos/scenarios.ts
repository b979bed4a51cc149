import type { Scenario } from './scenario.ts';
import { computingProcessKilled } from './scenarios/computing-process-killed.ts';
import { databaseRestarted } from './scenarios/database-restarted.ts';
import { diskFull } from './scenarios/disk-full.ts';
import { poisonedJob } from './scenarios/poisoned-job.ts';
import { twoWorkersOnOneJob } from './scenarios/two-workers-on-one-job.ts';
import { workerKilled } from './scenarios/worker-killed.ts';

/** In the order in which they happen. */
export const scenarios: readonly Scenario[] = [
  workerKilled,
  computingProcessKilled,
  databaseRestarted,
  diskFull,
  poisonedJob,
  twoWorkersOnOneJob,
];
