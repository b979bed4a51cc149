import { createKindredClient } from '../client.ts';
import { KindredError } from '../kindred-error.ts';
import type { Command, Terminal } from './command.ts';
import { readEnv } from './env.ts';
import { graphUrl } from './graph-url.ts';
import { commandHelp, help } from './help.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { printable } from './printable.ts';
import { commands } from './registry.ts';
import { UsageError } from './usage-error.ts';

/** What a process gives: results go to one stream, all that is said on the way to the other. */
export interface Process {
  stdout: Pick<NodeJS.WriteStream, 'write'>;
  stderr: Terminal;
  env: NodeJS.ProcessEnv;
}

/** The command line. Answers with the exit code: 0 done, 1 failed, 2 not understood. */
export async function kindred(args: readonly string[], process: Process): Promise<number> {
  const { stdout, stderr } = process;
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    stdout.write(`${help(commands)}\n`);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) throw new UsageError(`There is no command "${name}": kindred --help lists them.`);
    return await runCommand(command, rest, process);
  } catch (error) {
    const told = error instanceof KindredError || error instanceof UsageError;
    stderr.write(`${printable(told ? error.message : explain(error))}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function runCommand(
  command: Command,
  args: readonly string[],
  { stdout, stderr, env }: Process,
): Promise<number> {
  const { operands, values, global } = parseCommandLine(command, args);
  if (global.help) {
    stdout.write(`${commandHelp(command)}\n`);
    return 0;
  }
  const { url: otherwise, apiKey } = readEnv(env);
  const url = graphUrl(global.url ?? otherwise);
  const client = createKindredClient({ url: url.href, apiKey });
  const { text, json, failure } = await command.run(operands, values, { client, url, apiKey, stderr });
  const lines = global.json ? json.map((value) => JSON.stringify(value)) : [printable(text)];
  for (const line of lines) stdout.write(`${line}\n`);
  if (failure === undefined) return 0;
  stderr.write(`${printable(failure)}\n`);
  return 1;
}

/** A fault of ours, or of the machine's: with where it came from. */
function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
