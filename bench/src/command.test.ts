import { describe, expect, it } from 'vitest';
import { bench } from './command.ts';
import type { Row } from './rows/row.ts';
import { knownTimes } from './sides/known-times.fixture.ts';

const row = (values: Partial<Row>): Row => ({
  name: 'row',
  group: 'row',
  work: 'nothing',
  goal: 0.5,
  rounds: 2,
  threads: () => 2,
  images: 8,
  // Of three times the two rounds take two.
  ours: () => knownTimes([20, 10, 1], 2 ** 20, 'node'),
  peer: () => knownTimes([40, 25, 1], 2 ** 21, 'torch'),
  ...values,
});
const alone = row({ name: 'alone', peer: () => ({ missing: 'no torch here' }) });
const failing = row({ name: 'failing', ours: () => knownTimes([1]) });

async function run(args: string[], ...rows: Row[]) {
  const [output, errors]: [string[], string[]] = [[], []];
  const exitCode = await bench(args, rows, {
    log: (text) => output.push(text),
    error: (text) => errors.push(text),
  });
  return { exitCode, output, errors };
}

describe('npm run bench', () => {
  it('--json prints a line a row, with ratios, times, memory and what they depend on', async () => {
    const { exitCode, output } = await run(['--json', '--threads', '1'], row({}), alone);
    expect(exitCode).toBe(0);
    const [both, one] = output.map((line) => JSON.parse(line));
    expect(both).toMatchObject({
      row: 'row',
      ratioMin: 0.4,
      ratioMedian: 0.45,
      ours: 10,
      peer: 25,
      unit: 'ms',
      goal: 0.5,
      met: true,
      memoryRatio: 0.5,
      memoryMet: true,
      oursImagesPerSecond: 800,
      peerImagesPerSecond: 320,
      threads: 1,
      rounds: 2,
      versions: { node: '1.0', torch: '1.0' },
      oursColdStartMs: 30,
      peerColdStartMs: 30,
    });
    expect(one).toMatchObject({ row: 'alone', ours: 10, peer: null, ratioMin: null, met: null });
    expect(one.peerMissing).toBe('no torch here');
  });

  it('prints a table whose lines say whether the goal is met', async () => {
    const { output } = await run([], row({}), row({ name: 'slow', goal: 0.3 }), alone);
    const [heading, met, missed, without] = output;
    expect(heading).toMatch(/^row +least time +ratio/);
    expect(met).toMatch(
      /^row +10\.0 \/ 25\.0 ms +0\.40, median 0\.45 +≤ 0\.5 ✓ +1 \/ 2 MB 0\.50 +30 \/ 30 ms +2$/,
    );
    expect(missed).toMatch(/^slow .*≤ 0\.3 ✗/);
    expect(without).toContain('ours alone: no torch here');
  });

  it('holds the gain from threads against the gain of the peer', async () => {
    const gaining = row({
      goal: { gain: 1 },
      ours: (threads) => knownTimes(threads === 1 ? [30, 24] : [15, 16]),
      peer: (threads) => knownTimes(threads === 1 ? [30, 30] : [20, 20]),
    });
    const { output } = await run([], gaining);
    expect(output[1]).toMatch(/^row +15.0 \/ 20.0 ms +gain 1.60 \/ 1.50: 1.07 +≥ 1 ✓/);
  });

  it('ends what both sides work on, also where one of them fails', async () => {
    let ended = 0;
    const counted = () => async () => ({ variables: {}, stop: async () => void ended++ });
    const failing = row({ name: 'failing', ours: () => knownTimes([1]), common: counted() });
    await run(['--json'], row({ common: counted() }), failing);
    expect(ended).toBe(2);
  });

  it('takes as many rounds as it is told', async () => {
    const { output } = await run(['--json', '--rounds', '1'], row({}));
    expect(JSON.parse(output[0]!)).toMatchObject({ rounds: 1, ours: 20, peer: 40 });
  });

  it('goes on after a row that fails, and ends with 1', async () => {
    const { exitCode, output, errors } = await run(['--json'], failing, row({}));
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(/^failing failed: .*No more times are known/s);
    expect(output).toHaveLength(1);
  });

  it('refuses an unknown row with 2, naming those that are known', async () => {
    const { exitCode, errors } = await run(['--only', 'rov'], row({}), alone);
    expect(exitCode).toBe(2);
    expect(errors).toEqual(['Unknown row "rov": known are row, alone.']);
  });
});
