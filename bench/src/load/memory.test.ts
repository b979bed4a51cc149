import { expect, test } from 'vitest';
import { judgeGrowth, readMemory } from './memory.ts';

/** A heap that is collected every third sample, and keeps so many bytes more each time. */
const heaps = (count: number, kept: number) =>
  Array.from({ length: count }, (_, index) => ({
    heap: 100 + (index % 3) * 40 + kept * index,
    resident: 300,
  }));

test('a heap that comes back after each collection does not grow', () => {
  expect(judgeGrowth(heaps(60, 0))).toEqual({ before: 100, after: 100, grows: false });
});

test('a heap that comes back to a little more each time grows', () => {
  expect(judgeGrowth(heaps(60, 1))).toEqual({ before: 115, after: 145, grows: true });
});

test('what a server keeps while its caches fill is no growth', () => {
  const filling = heaps(60, 0).map(({ heap, resident }, index) => ({
    heap: heap - Math.max(0, 60 - 5 * index),
    resident,
  }));
  expect(judgeGrowth(filling)?.grows).toBe(false);
});

test('a few samples say nothing', () => {
  expect(judgeGrowth(heaps(7, 50))).toBeNull();
});

test('the numbers are those of Prometheus’s text', () => {
  const text = '# HELP x\nnodejs_heap_size_used_bytes 1.5e6\nprocess_resident_memory_bytes 2000000\n';
  expect(readMemory(text)).toEqual({ heap: 1.5e6, resident: 2e6 });
  expect(() => readMemory('')).toThrow('The server tells no nodejs_heap_size_used_bytes.');
});
