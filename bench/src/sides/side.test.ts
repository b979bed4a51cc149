import { describe, expect, it } from 'vitest';
import { knownTimes } from './known-times.fixture.ts';
import { startSide } from './side.ts';

describe('a side', () => {
  it('says how far it has made its data and how it started, takes steps when asked, and tells its memory', async () => {
    const prepared: number[] = [];
    const side = await startSide(knownTimes([5, 7], 4096), (share) => prepared.push(share));
    expect(prepared).toEqual([0.5]);
    expect(side.ready).toEqual({ coldStartMs: 30, versions: { fixture: '1.0' } });
    expect([await side.step(), await side.step()]).toEqual([5, 7]);
    expect(await side.peakBytes()).toBe(4096);
    await side.stop();
  });

  it('that dies while it is asked fails with its last words', async () => {
    const side = await startSide(knownTimes([5]));
    await side.step();
    await expect(side.step()).rejects.toThrow(/exit code 1.*No more times are known/s);
    await side.stop();
  });

  it('that can not be started fails by its name', async () => {
    await expect(startSide({ command: 'no-such-program', args: [] })).rejects.toThrow('no-such-program');
  });
});
