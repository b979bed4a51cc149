import { isIP } from 'node:net';
import { DomainError, type LogSettings, logVariables, tracingVariables } from '@kindred/core';
import { z } from 'zod';
import { createAddressOf } from './access/address-of.ts';
import { isLoopback } from './access/loopback.ts';
import { defaultPointsPerMinute } from './limits/rate-limit.ts';

const schema = z.object({
  DATABASE_URL: z
    .string({ error: 'is missing: write postgres://user:password@host:port/name' })
    .regex(
      /^postgres(ql)?:\/\//,
      'is no address of a PostgreSQL: write postgres://user:password@host:port/name',
    ),
  KINDRED_API_PORT: z.coerce
    .number({ error: 'is no port: write a number from 0 to 65535' })
    .int('is no port: write a number from 0 to 65535')
    .min(0, 'is no port: write a number from 0 to 65535')
    .max(65_535, 'is no port: write a number from 0 to 65535')
    .default(4000),
  KINDRED_HOST: z
    .string()
    .min(1, 'is empty: write an address to listen on, such as 127.0.0.1')
    .default('127.0.0.1'),
  KINDRED_ARTIFACTS: z
    .string({ error: 'is missing: write the folder of the artifacts, or s3://bucket/prefix' })
    .min(1, 'is empty: write the folder of the artifacts, or s3://bucket/prefix'),
  KINDRED_AUTH: z
    .enum(['owner', 'team'], {
      error: 'should be team, where people sign in, or owner, where whoever reaches the server may do all',
    })
    .default('owner'),
  KINDRED_SECRET: z.string().min(32, 'is too short: write 32 random characters or more').optional(),
  KINDRED_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is no address: write where people reach the dashboard' })
    .optional(),
  KINDRED_ADMIN: z.email('is no address: write that of the first admin').optional(),
  KINDRED_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(areProxies, 'is no list of addresses: write such as 10.0.0.5, 10.1.0.0/16 or loopback'),
  KINDRED_INTROSPECTION: z.enum(['on', 'off'], { error: 'is neither on nor off' }).default('on'),
  KINDRED_OPERATIONS: z
    .enum(['any', 'known'], {
      error: 'should be any, or known, where only the operations of dashboard and client are run',
    })
    .default('any'),
  KINDRED_RATE_LIMIT: z.coerce
    .number({ error: 'is no number of points a minute: write a whole number of 1 or more' })
    .int('is no number of points a minute: write a whole number of 1 or more')
    .min(1, 'is no number of points a minute: write a whole number of 1 or more')
    .default(defaultPointsPerMinute),
  KINDRED_METRICS_SECRET: z.string().min(16, 'is too short: write 16 random characters or more').optional(),
  ...logVariables,
  ...tracingVariables,
});

export interface Env {
  databaseUrl: string;
  port: number;
  host: string;
  /** A folder, or `s3://bucket/prefix`. */
  artifacts: string;
  /** How people sign in; undefined where nobody needs to. */
  team?: { secret: string; publicUrl: string; trustedProxies: string[] };
  /** Who is invited while nobody can sign in. */
  admin?: string;
  introspection: boolean;
  /** Whether only the client's operations are run. */
  knownOperationsOnly: boolean;
  /** What each caller may spend. */
  pointsPerMinute: number;
  /** Who sends it may read the metrics; undefined leaves them to the owner. */
  metricsSecret?: string;
  logging: LogSettings;
  /** Where spans are sent; undefined for nowhere. */
  otlpEndpoint?: string;
}

/** Throws BAD_INPUT with every problem, one a line. A server that others can reach has to know who they are. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(variables);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
    throw new DomainError('BAD_INPUT', problems.join('\n'));
  }
  const {
    DATABASE_URL,
    KINDRED_API_PORT,
    KINDRED_HOST,
    KINDRED_ARTIFACTS,
    KINDRED_AUTH,
    KINDRED_ADMIN,
    KINDRED_LOG_LEVEL,
    KINDRED_LOG_FORMAT,
    ...limits
  } = result.data;
  if (KINDRED_AUTH === 'owner' && !isLoopback(KINDRED_HOST)) {
    throw new DomainError(
      'BAD_INPUT',
      `KINDRED_HOST is ${KINDRED_HOST}, which others reach: set KINDRED_AUTH=team, so that people sign in, or listen on 127.0.0.1.`,
    );
  }
  return {
    databaseUrl: DATABASE_URL,
    port: KINDRED_API_PORT,
    host: KINDRED_HOST,
    artifacts: KINDRED_ARTIFACTS,
    ...(KINDRED_AUTH === 'team' && { team: readTeam(result.data), admin: KINDRED_ADMIN }),
    introspection: limits.KINDRED_INTROSPECTION === 'on',
    knownOperationsOnly: limits.KINDRED_OPERATIONS === 'known',
    pointsPerMinute: limits.KINDRED_RATE_LIMIT,
    metricsSecret: limits.KINDRED_METRICS_SECRET,
    logging: { KINDRED_LOG_LEVEL, KINDRED_LOG_FORMAT },
    otlpEndpoint: limits.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

function readTeam({
  KINDRED_SECRET: secret,
  KINDRED_PUBLIC_URL: publicUrl,
  KINDRED_TRUSTED_PROXIES: trustedProxies,
}: z.infer<typeof schema>): Env['team'] {
  if (secret && publicUrl) return { secret, publicUrl, trustedProxies };
  throw new DomainError(
    'BAD_INPUT',
    'KINDRED_AUTH=team wants KINDRED_SECRET, 32 random characters or more that sign cookies, and KINDRED_PUBLIC_URL, where people reach the dashboard.',
  );
}

function areProxies(proxies: string[]): boolean {
  try {
    createAddressOf(proxies);
  } catch {
    return false;
  }
  // A number alone would be taken for an address too.
  return proxies.every((proxy) => /^[a-z]+$/.test(proxy) || isIP(proxy.replace(/\/.*$/, '')) > 0);
}
