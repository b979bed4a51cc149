import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const url = 'postgres://someone@localhost/kindred';

test('listens on 127.0.0.1:4000 unless told otherwise', () => {
  expect(readEnv({ DATABASE_URL: url, KINDRED_ARTIFACTS: '/data' })).toEqual({
    databaseUrl: url,
    port: 4000,
    host: '127.0.0.1',
    artifactsFolder: '/data',
    introspection: true,
    pointsPerMinute: 100_000,
  });
});

test('tells all problems at once', () => {
  const read = () =>
    readEnv({ DATABASE_URL: 'mysql://x', KINDRED_API_PORT: 'many', KINDRED_INTROSPECTION: '1' });
  expect(read).toThrow(
    /^DATABASE_URL is no address.*\nKINDRED_API_PORT is no port.*\nKINDRED_ARTIFACTS is missing.*\nKINDRED_INTROSPECTION is neither/,
  );
});
