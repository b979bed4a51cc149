import { type Agent, request } from 'node:http';

export interface Question {
  query: string;
  variables: Record<string, unknown>;
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
      const start = performance.now();
      await post(url, agent, question);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, ask));
  latencies.sort((a, b) => a - b);
  return {
    each: (performance.now() - begun) / questions.length,
    p99: latencies[Math.ceil(0.99 * latencies.length) - 1]!,
  };
}

/** The text of the answer. */
export function post(url: string, agent: Agent, question: Question): Promise<string> {
  const body = JSON.stringify(question);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
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
