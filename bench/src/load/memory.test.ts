import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { judgeGrowth, readMemory, tellsMemory } from './memory.ts';

/** What a server holds whose answers under way take more or less, and which keeps so many bytes more each time. */
const samples = (count: number, kept: number) =>
  Array.from({ length: count }, (_, index) => ({
    held: 100 + (index % 3) * 40 + kept * index,
    resident: 300,
  }));

test('a server that comes back to the same does not grow', () => {
  expect(judgeGrowth(samples(60, 0))).toEqual({ before: 100, after: 100, grows: false });
});

test('one that comes back to a little more each time grows', () => {
  expect(judgeGrowth(samples(60, 1))).toEqual({ before: 115, after: 145, grows: true });
});

test('what a server keeps while its caches fill is no growth', () => {
  const filling = samples(60, 0).map(({ held, resident }, index) => ({
    held: held - Math.max(0, 60 - 5 * index),
    resident,
  }));
  expect(judgeGrowth(filling)?.grows).toBe(false);
});

test('a few samples say nothing', () => {
  expect(judgeGrowth(samples(7, 50))).toBeNull();
});

test('a process that is asked tells what it holds after a collection', async () => {
  const keep = 'const kept = Buffer.alloc(5e7); Buffer.alloc(5e7); setInterval(() => kept, 1000)';
  const child = spawn(process.execPath, [...tellsMemory, '-e', `${keep}; console.log("ready")`]);
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect(readMemory((await lines.next()).value)).toBeUndefined();
  child.kill('SIGUSR2');
  const { held, resident } = readMemory((await lines.next()).value)!;
  expect(held).toBeGreaterThan(5e7);
  expect(held).toBeLessThan(9e7);
  expect(resident).toBeGreaterThan(1e7);
});
