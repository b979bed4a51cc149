import { Agent } from 'node:http';
import { openDatabase } from '@kindred/core';
import { apiKey, databaseUrl } from '../env.ts';
import type { Launch } from '../sides/contender.ts';
import { type Question, timePost } from './ask-graph.ts';
import { type DashboardOperation, questionOf } from './dashboard-questions.ts';
import { type Drawing, drawTargets, findDeepPages } from './dashboard-target.ts';
import { kindred } from './kindred-graph.ts';
import { startServer } from './server-process.ts';
import type { Prepare } from './work.ts';

export interface DashboardValues {
  operation: DashboardOperation;
  /** Places that it is asked for, in turn. */
  targets: number;
  /** Questions that are always under way. */
  concurrency: number;
}

/**
 * Questions to a server that has just been started, until its hot functions are compiled and it keeps what it reads ahead. The large
 * families aren't among them: the first look at one of those is timed.
 */
const warmUps = 64;

/** What a team's server has beside the database. */
const team = {
  KINDRED_AUTH: 'team',
  KINDRED_SECRET: 'as long as a secret has to be: 32 characters',
  KINDRED_PUBLIC_URL: 'http://127.0.0.1:3000',
};

/** The time of one operation of the dashboard, at another place each time, while others of the kind are answered. */
export const prepare: Prepare<DashboardValues> = async ({ operation, targets, concurrency }) => {
  const questions = await readQuestions(operation, targets);
  const server = await startServer(teamServer());
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  for (const question of await readQuestions(operation, warmUps, { ofLargeFamilies: false }))
    await timePost(server.url, agent, question);
  const underWay = new Set<Promise<{ ms: number; leave(): void }>>();
  let next = 0;
  const ask = () => {
    const question = questions[next++ % questions.length]!;
    const asked = timePost(server.url, agent, question).then((ms) => ({
      ms,
      leave: () => underWay.delete(asked),
    }));
    underWay.add(asked);
  };
  const timed = async () => {
    while (underWay.size < concurrency) ask();
    const { ms, leave } = await Promise.race(underWay);
    leave();
    return ms;
  };
  return {
    versions: kindred.versions(),
    step: timed,
    timed,
    othersPeakBytes: async () => server.peakBytes(),
    async stop() {
      await Promise.all(underWay);
      agent.destroy();
      await server.stop();
    },
  };
};

/** Our API as a group starts it. */
export function teamServer(): Launch {
  const launch = kindred.start();
  return { ...launch, variables: { ...launch.variables, ...team } };
}

/** An operation's questions at places that are drawn from the database, with the key to its workspace. */
export async function readQuestions(
  operation: DashboardOperation,
  targets: number,
  drawing: Drawing = { ofLargeFamilies: true },
): Promise<Question[]> {
  const db = await openDatabase(databaseUrl());
  const deep = await findDeepPages(db);
  const drawn = await drawTargets(db, targets, drawing);
  await db.destroy();
  const headers = { authorization: `Bearer ${apiKey()}` };
  return drawn.map((target) => ({ ...questionOf(operation, target, deep), headers }));
}
