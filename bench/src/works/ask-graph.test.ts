import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAll } from './ask-graph.ts';

const answerMs = 20;
const asked: string[] = [];
let [under, most] = [0, 0];
const server = createServer(async (request, response) => {
  most = Math.max(most, ++under);
  let text = '';
  for await (const part of request) text += part;
  asked.push(JSON.parse(text).query);
  await pause(answerMs);
  under -= 1;
  response.end('{}');
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

test('each question is asked once, so many at a time, and two times are told', async () => {
  const questions = Array.from({ length: 12 }, (_, index) => ({ query: `q${index}`, variables: {} }));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const agent = new Agent({ keepAlive: true });
  const { each, p99 } = await askAll(url, agent, questions, 4);
  agent.destroy();
  expect(asked.sort()).toEqual(questions.map(({ query }) => query).sort());
  expect(most).toBe(4);
  expect(p99).toBeGreaterThanOrEqual(answerMs - 1);
  expect(each).toBeLessThan(p99);
});
