import { ours } from '../sides/ours.ts';
import { type DashboardOperation, dashboardOperations } from '../works/dashboard-questions.ts';
import type { Row } from './row.ts';

const asked = { targets: 400, concurrency: 2 };

/** No question of the dashboard makes anybody wait. */
const goal = { p99Ms: 150 };

/** Opening a database takes core, which most rows don't wait for. */
export const openDatabase: Row['common'] = async (onPrepared) =>
  (await import('../works/dashboard-database.ts')).openDashboardDatabase(onPrepared);

const question = (operation: DashboardOperation): Row => ({
  name: `dashboard-${operation}`,
  group: 'dashboard',
  work: `the dashboard’s ${operation} among a million pictures, ${asked.concurrency} at a time`,
  goal,
  rounds: 400,
  threads: () => 1,
  images: 1,
  common: openDatabase,
  ours: ours('dashboard', { ...asked, operation }),
  peer: () => ({ missing: 'there is no peer to be held against' }),
});

export const dashboard: readonly Row[] = dashboardOperations.map(question);
