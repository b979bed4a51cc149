import path from 'node:path';
import { DomainError } from '@kindred/core';

/** Where an installation keeps its things and listens; every one has a default. */
export interface Settings {
  /** Database, artifacts and logs. */
  home: string;
  /** Where people put data to train on. */
  dataFolder: string;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  host: string;
  apiPort: number;
  webPort: number;
}

export function readSettings(variables: NodeJS.ProcessEnv = process.env): Settings {
  const home = path.resolve(variables.KINDRED_HOME ?? '.kindred');
  return {
    home,
    dataFolder: path.resolve(variables.KINDRED_DATA ?? path.join(home, 'data')),
    databaseUrl: variables.DATABASE_URL ?? null,
    host: '127.0.0.1',
    apiPort: readPort(variables, 'KINDRED_API_PORT', 4000),
    webPort: readPort(variables, 'KINDRED_WEB_PORT', 3000),
  };
}

function readPort(variables: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = variables[name];
  if (text === undefined) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new DomainError('BAD_INPUT', `${name} is "${text}": it should be a port, 1 to 65535.`);
}
