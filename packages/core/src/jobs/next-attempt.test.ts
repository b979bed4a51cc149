import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { createTestDatabase } from '../testing/index.ts';
import { nextAttempt } from './next-attempt.ts';

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
const first = { faults: 0, faultLimit: 2, setbacks: 0 };

test('what is refused is never tried again', () => {
  const refusal = new DomainError('BAD_INPUT', 'Unknown layer "stage9".');
  expect(nextAttempt(refusal, first)).toMatchObject({ kind: 'failed', reason: { message: refusal.message } });
});

test('what nobody expected is tried three times, and the reason says so', () => {
  const crash = new Error('The computing process ended with SIGSEGV.');
  expect([0, 1].map((faults) => nextAttempt(crash, { ...first, faults }).kind)).toEqual(['retry', 'retry']);
  const message = 'The computing process ended with SIGSEGV. It was tried 3 times.';
  expect(nextAttempt(crash, { ...first, faults: 2 })).toMatchObject({ kind: 'failed', reason: { message } });
});

test('a database that is away, or that ends its connections, is waited for', async () => {
  const refused = await thrownBy(openDatabase('postgres://nobody@localhost:1/nothing'));
  const database = await createTestDatabase();
  const cut = await thrownBy(database.dataSource.query('select pg_terminate_backend(pg_backend_pid())'));
  await database.drop();
  for (const error of [refused, cut])
    expect(nextAttempt(error, { ...first, faults: 2 })).toEqual({ kind: 'pause', seconds: 1 });
});

test.runIf(process.platform === 'linux')(
  'a full disk is waited for, longer each time, a quarter of an hour in all',
  async () => {
    const full = await thrownBy(writeFile('/dev/full', 'weights'));
    const pauses: number[] = [];
    for (let next = nextAttempt(full, first); next.kind === 'pause'; ) {
      pauses.push(next.seconds);
      next = nextAttempt(full, { ...first, setbacks: pauses.length });
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.reduce((sum, seconds) => sum + seconds) / 60).toBeCloseTo(14, 0);
    expect(nextAttempt(full, { ...first, setbacks: pauses.length })).toMatchObject({
      reason: { message: expect.stringMatching(/no space left on device.* It was tried 14 times\.$/) },
    });
  },
);
