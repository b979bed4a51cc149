import { expect, test } from 'vitest';
import { calibrate } from './calibrate.ts';
import { addTallies, type Tally, tallyBits } from './tally.ts';

const tallyOf = (...bits: number[]): Tally => tallyBits(bits)!;

test('a distance of 26 between a floor of 20 and a ceiling of 32 ± 4 is half-way, and 1.5 deviations down', () => {
  const found = calibrate(26, { floor: tallyOf(18, 22), ceiling: tallyOf(28, 32, 36) });
  expect(found).toMatchObject({
    floor: { mean: 20, deviation: Math.sqrt(8), count: 2 },
    ceiling: { mean: 32, deviation: 4, count: 3 },
    z: -1.5,
    position: 0.5,
    missing: [],
  });
});

test('it may lie beyond both: below the floor, since those two pictures start alike, and above the ceiling', () => {
  const references = { floor: tallyOf(20, 20), ceiling: tallyOf(28, 36) };
  expect(calibrate(17, references).position).toBe(-0.25);
  expect(calibrate(35, references).position).toBe(1.25);
});

test.each([
  ['a floor', { floor: null, ceiling: tallyOf(28, 36) }, { floor: null, position: null }],
  ['a ceiling', { floor: tallyOf(20), ceiling: null }, { ceiling: null, z: null, position: null }],
  ['a ceiling that varies', { floor: tallyOf(0, 0), ceiling: tallyOf(1, 1) }, { z: null }],
  ['a ceiling above the floor', { floor: tallyOf(3, 3), ceiling: tallyOf(2, 4) }, { position: null }],
])('without %s, what can’t be told is null, with a reason', (_, references, unknown) => {
  const { missing, ...found } = calibrate(2, references);
  expect(Object.entries(found).filter(([, value]) => value === null)).toEqual(Object.entries(unknown));
  expect(missing).toHaveLength(1);
  expect(missing[0]!.split(':')[0]).toBe(Object.keys(unknown)[0]);
});

test('the deviation of one distance is not known', () => {
  expect(calibrate(2, { floor: tallyOf(3), ceiling: null }).floor).toMatchObject({
    mean: 3,
    deviation: null,
    count: 1,
  });
});

test('tallies add up to that of all their distances', () => {
  expect(addTallies([tallyOf(1, 5), tallyOf(7)])).toEqual(tallyOf(1, 5, 7));
});
