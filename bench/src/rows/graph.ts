import { ours } from '../sides/ours.ts';
import type { GraphValues } from '../works/graph.ts';
import type { Row } from './row.ts';

/** 50 models of 2,000 neurons each. */
const families = { families: 5, children: 8, layers: 4, channels: 500 };
const asked = { ...families, questions: 96, concurrency: 16 };

/** Opening a database takes core, which most rows don't wait for. */
const openDatabase: Row['common'] = async (onPrepared) =>
  (await import('../works/family-database.ts')).openFamilyDatabase(families, onPrepared);

function question(tells: GraphValues['tells'], name: string, goal: number): Row {
  return {
    name: `graph-${name}`,
    group: 'graph',
    work: `a family of ${families.children} children with 50 neurons' pictures, hashes and distances, ${asked.concurrency} at a time`,
    goal,
    rounds: 12,
    threads: () => 1,
    images: 1,
    common: openDatabase,
    ours: ours('graph', { ...asked, tells, server: 'kindred' }),
    peer: ours('graph', { ...asked, tells, server: 'postgraphile' }),
  };
}

export const graph: readonly Row[] = [question('each', 'time', 0.67), question('p99', 'p99', 0.7)];
