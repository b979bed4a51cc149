import { type ParseArgsConfig, parseArgs } from 'node:util';
import { badInput } from '@kindred/ml';

/** What stands behind the options of a command line. @throws BAD_INPUT, with the usage, for one that isn't there */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw badInput(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`);
  }
}
