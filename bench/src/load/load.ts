import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createKindredClient } from '@kindred/client';
import { AddNoteDocument, ExperimentChangedDocument, RemoveNoteDocument } from '@kindred/client/operations';
import WebSocket from 'ws';
import { type Question, timePost } from '../works/ask-graph.ts';
import { readQuestions, teamServer } from '../works/dashboard.ts';
import { dashboardOperations } from '../works/dashboard-questions.ts';
import { startServer } from '../works/server-process.ts';
import { judgeGrowth, type MemorySample, readMemory, tellsMemory } from './memory.ts';
import type { LoadOptions } from './options.ts';
import type { LoadRun } from './report.ts';
import { createTally, type Tally } from './tally.ts';

/** Places that each operation is asked for, in turn. */
const targets = 50;
const followers = 4;
/** A collection holds everybody up for a fifth of a second. */
const sampleIntervalMs = 20_000;
const writeIntervalMs = 500;

/**
 * Asks a team's server, for so many minutes, all that the dashboard asks, while people follow an experiment and write notes about
 * it. The database is that of DATABASE_URL, with a key of KINDRED_BENCH_KEY to its workspace.
 */
export async function putUnderLoad(
  { minutes, concurrency }: LoadOptions,
  onSecond: (passed: number, tally: Tally) => void,
): Promise<LoadRun> {
  const questions = await drawQuestions();
  const samples: MemorySample[] = [];
  const launch = teamServer();
  const server = await startServer({ ...launch, args: [...tellsMemory, ...launch.args] }, (line) => {
    const sample = readMemory(line);
    if (sample) samples.push(sample);
  });
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const tally = createTally();
  const begun = performance.now();
  const left = () => begun + minutes * 60_000 - performance.now();
  const apiKey = process.env.KINDRED_BENCH_KEY!;
  const client = createKindredClient({ url: server.url, apiKey, retries: 0, webSocket: WebSocket });
  const experiment = String(questions.find(({ variables }) => variables.experiment)!.variables.experiment);
  let heard = 0;

  /** Does it again and again until the time is over; what goes wrong is counted, and the rest goes on. */
  const again = async (intervalMs: number, act: () => Promise<void>) => {
    while (left() > 0) {
      await act().catch(tally.failed);
      await pause(Math.min(intervalMs, Math.max(0, left())));
    }
  };
  const following = Array.from({ length: followers }, () =>
    client.subscribe(ExperimentChangedDocument, { id: experiment })[Symbol.asyncIterator](),
  );
  const listen = async (changes: (typeof following)[number]) => {
    for (let change = await changes.next(); !change.done; change = await changes.next()) heard++;
    if (left() > 0) throw new Error('A subscription ended.');
  };
  let next = 0;
  const listening = following.map((changes) => listen(changes).catch(tally.failed));
  await Promise.all([
    ...Array.from({ length: concurrency }, () =>
      again(0, async () => {
        tally.answered(await timePost(server.url, agent, questions[next++ % questions.length]!));
      }),
    ),
    again(writeIntervalMs, async () => {
      const { addNote } = await client.request(AddNoteDocument, { about: experiment, text: 'Under load' });
      await client.request(RemoveNoteDocument, { id: addNote.id });
    }),
    again(sampleIntervalMs, async () => server.signal('SIGUSR2')),
    again(1_000, async () => onSecond(minutes * 60 - left() / 1000, tally)),
  ]);
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(following.map((changes) => changes.return?.()));
  await Promise.all(listening);
  agent.destroy();
  await server.stop();
  return { seconds, tally, heard, samples, growth: judgeGrowth(samples) };
}

/** Every operation at every place, so that neighbours are of different kinds. */
async function drawQuestions(): Promise<Question[]> {
  const byOperation = await Promise.all(
    dashboardOperations.map((operation) => readQuestions(operation, targets)),
  );
  return Array.from({ length: targets }, (_, place) =>
    byOperation.map((questions) => questions[place]!),
  ).flat();
}
