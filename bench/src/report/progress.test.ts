import { describe, expect, it } from 'vitest';
import { showProgress } from './progress.ts';

/** Shows progress of rounds that take `roundMs` each, after a start of a minute. */
function written({ isTTY, roundMs, rounds }: { isTTY: boolean; roundMs: number; rounds: number }): string[] {
  const texts: string[] = [];
  let now = 0;
  const terminal = { isTTY, write: (text: string) => texts.push(text) > 0 };
  const progress = showProgress('row', terminal as never, () => now);
  now += 60_000;
  for (let done = 0; done <= rounds; done++, now += roundMs) progress.round(done, rounds);
  progress.end();
  return texts;
}

describe('progress', () => {
  it('tells the time left by the rounds that were, without the start', () => {
    const texts = written({ isTTY: true, roundMs: 4000, rounds: 3 });
    expect(texts[0]).toContain('row: starting');
    expect(texts[1]).toContain('round 1 of 3, about 8 s left');
    expect(texts[3]).toContain('round 3 of 3, about 0 s left');
    expect(texts[4]).toBe('\r\x1b[2K');
  });

  it('tells how much of the data is made', () => {
    const texts: string[] = [];
    const terminal = { isTTY: true, write: (text: string) => texts.push(text) > 0 };
    showProgress('row', terminal as never).prepared(0.333);
    expect(texts[1]).toContain('row: starting both sides, 33 % of the data made');
  });

  it('fills no log: a line in ten seconds', () => {
    const texts = written({ isTTY: false, roundMs: 4000, rounds: 6 });
    expect(texts).toEqual([
      'row: starting both sides\n',
      'row: round 1 of 6, about 20 s left\n',
      'row: round 4 of 6, about 8 s left\n',
    ]);
  });
});
