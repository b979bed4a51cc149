import { kindred } from '../kindred.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  /** The lines of stdout as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  json(): any[];
}

/** Runs a command line as a process would, off a terminal. */
export async function runKindred(url: string, args: readonly string[]): Promise<Ran> {
  const streams = { stdout: '', stderr: '' };
  const into = (name: keyof typeof streams) => ({
    write(text: string | Uint8Array) {
      streams[name] += text;
      return true;
    },
  });
  const env = { KINDRED_URL: url };
  const code = await kindred(args, { stdout: into('stdout'), stderr: into('stderr'), env });
  const json = () =>
    streams.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { code, ...streams, json };
}
