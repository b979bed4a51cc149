import path from 'node:path';
import { DomainError } from '@kindred/core';

/** Where an installation keeps its things and listens; every one has a default. */
export interface Settings {
  /** Database, artifacts and logs. */
  home: string;
  /** Where the artifacts are: a folder, in `home` unless another is named, or `s3://bucket/prefix`. */
  artifacts: string;
  /** Where people put data to train on. */
  dataFolder: string;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Where the dashboard listens; the API stays on 127.0.0.1 behind it. */
  host: string;
  /** Whether people sign in, or whoever reaches it may do all. */
  auth: 'owner' | 'team';
  /** Where people reach the dashboard. */
  publicUrl: string;
  apiPort: number;
  webPort: number;
}

export function readSettings(variables: NodeJS.ProcessEnv = process.env): Settings {
  const home = path.resolve(variables.KINDRED_HOME ?? '.kindred');
  return {
    home,
    artifacts: readArtifacts(variables, home),
    dataFolder: path.resolve(variables.KINDRED_DATA ?? path.join(home, 'data')),
    databaseUrl: variables.DATABASE_URL ?? null,
    ...readReach(variables),
    apiPort: readPort(variables, 'KINDRED_API_PORT', 4000),
  };
}

function readArtifacts({ KINDRED_ARTIFACTS: place }: NodeJS.ProcessEnv, home: string): string {
  if (!place) return path.join(home, 'artifacts');
  return place.startsWith('s3:') ? place : path.resolve(place);
}

function readReach(variables: NodeJS.ProcessEnv): Pick<Settings, 'host' | 'auth' | 'publicUrl' | 'webPort'> {
  const { KINDRED_AUTH: auth = 'owner', KINDRED_HOST: host = '127.0.0.1' } = variables;
  const webPort = readPort(variables, 'KINDRED_WEB_PORT', 3000);
  const publicUrl = variables.KINDRED_PUBLIC_URL ?? `http://${host}:${webPort}`;
  if (auth !== 'owner' && auth !== 'team') {
    throw new DomainError(
      'BAD_INPUT',
      `KINDRED_AUTH is "${auth}": it should be team, where people sign in, or owner.`,
    );
  }
  if (auth === 'owner' && host !== '127.0.0.1') {
    throw new DomainError(
      'BAD_INPUT',
      `KINDRED_HOST is ${host}, which others reach: set KINDRED_AUTH=team and KINDRED_ADMIN=you@example.org, so that people sign in.`,
    );
  }
  return { auth, host, publicUrl, webPort };
}

function readPort(variables: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = variables[name];
  if (text === undefined) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new DomainError('BAD_INPUT', `${name} is "${text}": it should be a port, 1 to 65535.`);
}
