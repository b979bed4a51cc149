import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const url = 'postgres://someone@localhost/kindred';

test('listens on 127.0.0.1:4000 unless told otherwise', () => {
  expect(readEnv({ DATABASE_URL: url, KINDRED_ARTIFACTS: '/data' })).toEqual({
    databaseUrl: url,
    port: 4000,
    host: '127.0.0.1',
    artifacts: '/data',
    introspection: true,
    knownOperationsOnly: false,
    pointsPerMinute: 100_000,
    logging: { KINDRED_LOG_LEVEL: 'info', KINDRED_LOG_FORMAT: 'auto' },
  });
});

test('listens where others reach it only if people sign in', () => {
  const others = { DATABASE_URL: url, KINDRED_ARTIFACTS: '/data', KINDRED_HOST: '0.0.0.0' };
  expect(() => readEnv(others)).toThrow(
    /^KINDRED_HOST is 0\.0\.0\.0, which others reach: set KINDRED_AUTH=team/,
  );
  expect(() => readEnv({ ...others, KINDRED_AUTH: 'team' })).toThrow(
    /wants KINDRED_SECRET.*KINDRED_PUBLIC_URL/,
  );
  const secret = 'x'.repeat(32);
  const team = { secret, publicUrl: 'https://kindred.example.org', trustedProxies: [] };
  const set = { KINDRED_AUTH: 'team', KINDRED_SECRET: secret, KINDRED_PUBLIC_URL: team.publicUrl };
  expect(readEnv({ ...others, ...set })).toMatchObject({ host: '0.0.0.0', team });
  const behind = readEnv({ ...others, ...set, KINDRED_TRUSTED_PROXIES: 'loopback, 10.1.0.0/16' });
  expect(behind.team?.trustedProxies).toEqual(['loopback', '10.1.0.0/16']);
  expect(() => readEnv({ ...others, ...set, KINDRED_TRUSTED_PROXIES: '2' })).toThrow(
    /KINDRED_TRUSTED_PROXIES is no list of addresses/,
  );
});

test('tells all problems at once', () => {
  const read = () =>
    readEnv({
      DATABASE_URL: 'mysql://x',
      KINDRED_API_PORT: 'many',
      KINDRED_INTROSPECTION: '1',
      KINDRED_OPERATIONS: 'a',
    });
  expect(read).toThrow(
    /^DATABASE_URL is no address.*\nKINDRED_API_PORT is no port.*\nKINDRED_ARTIFACTS is missing.*\nKINDRED_INTROSPECTION is neither.*\nKINDRED_OPERATIONS should be any/,
  );
});
