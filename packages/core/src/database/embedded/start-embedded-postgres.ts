export interface EmbeddedPostgresOptions {
  /** Holds the data, the password and the log; made when missing. */
  directory: string;
  /** Told in sentences what happens; default nobody. */
  log?: (sentence: string) => void;
  /** False only where losing everything at a power cut is fine, as in tests; default true. */
  fsync?: boolean;
}

export interface EmbeddedPostgres {
  url: string;
  /** True when another process runs the server; `stop` then leaves it alone. */
  attached: boolean;
  stop(): Promise<void>;
}

/** Starts a real PostgreSQL on 127.0.0.1, or attaches to the one that already runs on this folder. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  throw new Error(options.directory);
}
