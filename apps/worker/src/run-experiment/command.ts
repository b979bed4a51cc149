import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DomainError, type ExperimentConfig } from '@kindred/core';
import { type Env, readEnv } from '../env.ts';

/**
 * The main of a command that runs an experiment: does it until it ends or the terminal says Ctrl-C, and tells what goes wrong in
 * a sentence.
 */
export async function runCommand(
  run: (args: readonly string[], env: Env, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const interruption = new AbortController();
  // Ctrl-C comes twice: from the terminal, and from who started this process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());
  try {
    await run(process.argv.slice(2), readEnv(), interruption.signal);
  } catch (error) {
    const goesOn = 'Stopped. What was begun goes on at the next start.';
    console.error(interruption.signal.aborted ? goesOn : (error as Error).message);
    process.exitCode = 1;
  }
}

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** The options of a command line. Throws BAD_INPUT, with the usage, for what it doesn't know. */
export function parseOptions<const Options extends OptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new DomainError('BAD_INPUT', `${(error as Error).message}\n${usage}`);
  }
}

const maxSeed = 2 ** 31 - 1;

export function readSeed(text: string, usage: string): number {
  const seed = toNumber(text);
  if (Number.isInteger(seed) && seed >= 0 && seed <= maxSeed) return seed;
  throw new DomainError('BAD_INPUT', `--seed ${text} is not a whole number from 0 to ${maxSeed}.\n${usage}`);
}

export function readShare(text: string, usage: string): number {
  const share = toNumber(text);
  if (share > 0 && share <= 1) return share;
  throw new DomainError('BAD_INPUT', `--sample ${text} is not a share above 0 and up to 1.\n${usage}`);
}

/** NaN for what isn't one; `Number('')` would be 0. */
function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** The same experiment on fewer images: enough for one batch at least. */
export function withShare(config: ExperimentConfig, share: number): ExperimentConfig {
  const { train, test } = config.data;
  const part = (images: number) => Math.max(config.parent.batchSize, Math.round(share * images));
  return { ...config, data: { ...config.data, train: part(train), test: part(test) } };
}
