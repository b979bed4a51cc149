import type { PostgresBinaries } from './postgres-binaries.ts';
import type { ServerAccount } from './server-account.ts';

/** A database's folder and what it takes to run it. */
export interface Cluster {
  /** Absolute; holds everything below. */
  directory: string;
  /** PostgreSQL's own folder. */
  data: string;
  logFile: string;
  /** Remembers the port of the last start. */
  portFile: string;
  password: string;
  binaries: PostgresBinaries;
  account: ServerAccount;
  fsync: boolean;
}
