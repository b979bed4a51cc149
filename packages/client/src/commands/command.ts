import type { KindredClient } from '../client.ts';

/** What stands behind a command's name. */
export interface Operand {
  name: string;
  help: string;
  /** Only the last may be left out, or be many. */
  takes?: 'one' | 'one or none' | 'one or more';
}

export interface Option {
  type: 'string' | 'boolean';
  help: string;
  /** What a string stands for, in the help: `<name>`. */
  value?: string;
  default?: string;
}

type Options = Record<string, Option>;

/** What the command line says: flags are set or not, a string without a default may be missing. */
export type Values<Known extends Options> = {
  [Name in keyof Known]: Known[Name] extends { type: 'boolean' }
    ? boolean
    : Known[Name] extends { default: string }
      ? string
      : string | undefined;
};

/** What a command may use. */
export interface Surroundings {
  client: KindredClient;
  /** Of the graph. */
  url: URL;
  /** What `client` sends along. */
  apiKey: string | undefined;
  /** For progress. */
  stderr: Terminal;
}

export type Terminal = Pick<NodeJS.WriteStream, 'write'> & Partial<NodeJS.WriteStream>;

/** What came out. */
export interface Outcome {
  /** For people. */
  text: string;
  /** The same for programs: a line of JSON each. */
  json: readonly unknown[];
  /** Why the command failed all the same. */
  failure?: string | undefined;
}

export interface Command<Known extends Options = Options> {
  name: string;
  /** One line. */
  summary: string;
  operands: readonly Operand[];
  options: Known;
  /** Throws a KindredError for what can't be done, a UsageError for a wrong value. */
  run(operands: readonly string[], values: Values<Known>, surroundings: Surroundings): Promise<Outcome>;
}

export function defineCommand<const Known extends Options>(command: Command<Known>): Command {
  return command as unknown as Command;
}
