import { Agent } from 'node:http';
import { askAll, post } from './ask-graph.ts';
import { type FamilyShape, idOf, layerName } from './insert-families.ts';
import { kindred } from './kindred-graph.ts';
import { postgraphile } from './postgraphile-graph.ts';
import { startServer } from './server-process.ts';
import type { Prepare } from './work.ts';

const servers = { kindred, postgraphile };

export interface GraphValues extends FamilyShape {
  server: keyof typeof servers;
  /** Questions of a round. */
  questions: number;
  /** Questions under way at a time. */
  concurrency: number;
  /** What a round tells: the time of a question among the others, or its 99th percentile from asking to the last byte. */
  tells: 'each' | 'p99';
}

/** Rounds until both servers' hot functions are compiled. */
const warmUps = 3;

/** Questions for families in a server of its own, over HTTP; each asks for another family or layer than the one before. */
export const prepare: Prepare<GraphValues> = async (values) => {
  const { start, versions, query, read } = servers[values.server];
  const server = await startServer(start());
  const agent = new Agent({ keepAlive: true, maxSockets: values.concurrency });
  const questions = Array.from({ length: values.questions }, (_, index) => ({
    query,
    variables: {
      model: idOf(1 + (index % values.families), 'parent'),
      layer: layerName(index % values.layers),
    },
  }));
  const round = () => askAll(server.url, agent, questions, values.concurrency);
  for (let warmUp = 0; warmUp < warmUps; warmUp++) await round();
  return {
    versions: versions(),
    step: async () => JSON.stringify(read(JSON.parse(await post(server.url, agent, questions[0]!)).data)),
    timed: async () => (await round())[values.tells],
    othersPeakBytes: async () => server.peakBytes(),
    async stop() {
      agent.destroy();
      await server.stop();
    },
  };
};
