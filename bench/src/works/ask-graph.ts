import { type Agent, request } from 'node:http';
import { percentile } from '../pairs/percentile.ts';

export interface Question {
  query: string;
  variables: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** Times in milliseconds. */
export interface Answered {
  /** From the first question to the last answer, over their number. */
  each: number;
  /** Of a question by itself: no more than one of a hundred took longer. */
  p99: number;
}

/** Asks all questions, so many at a time, over connections that stay open. */
export async function askAll(
  url: string,
  agent: Agent,
  questions: readonly Question[],
  concurrency: number,
): Promise<Answered> {
  const latencies: number[] = [];
  const begun = performance.now();
  let next = 0;
  const ask = async () => {
    for (let question = questions[next++]; question; question = questions[next++]) {
      latencies.push(await timePost(url, agent, question));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, ask));
  latencies.sort((a, b) => a - b);
  return {
    each: (performance.now() - begun) / questions.length,
    p99: percentile(latencies, 0.99),
  };
}

/** Milliseconds from asking to the last byte. Throws where the answer has errors. */
export async function timePost(url: string, agent: Agent, question: Question): Promise<number> {
  const start = performance.now();
  const answer = await post(url, agent, question);
  const ms = performance.now() - start;
  if (answer.startsWith('{"errors":')) throw new Error(answer.slice(0, 500));
  return ms;
}

/** The text of the answer. */
export function post(url: string, agent: Agent, { headers: own, ...question }: Question): Promise<string> {
  const body = JSON.stringify(question);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...own };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => resolve(Buffer.concat(parts).toString()))
        .on('error', reject);
    });
    sent.on('error', reject).end(body);
  });
}
