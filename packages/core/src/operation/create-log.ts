import { isatty } from 'node:tty';
import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import { z } from 'zod';
import { describeError } from './describe-error.ts';

export type Log = Logger;

/** For the schema of an `env.ts`: what is logged, and how. */
export const logVariables = {
  KINDRED_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'is no level: write debug, info, warn, error or silent',
    })
    .default('info'),
  /** `auto`: text on a terminal, otherwise a line of JSON each. */
  KINDRED_LOG_FORMAT: z
    .enum(['auto', 'json', 'text'], { error: 'is no format: write json, text or auto' })
    .default('auto'),
};

export type LogSettings = z.infer<z.ZodObject<typeof logVariables>>;

/** Where nobody listens, as in most tests. */
export const silentLog: Log = pino({ level: 'silent' });

/**
 * What happens, a line each, with ids to follow it by. An error under `err` is told by type, message and stack alone: what else it
 * carries may be a secret.
 * @param service named on each line
 * @param output a file descriptor, 1 for standard output, or what takes lines of JSON
 */
export function createLog(
  service: string,
  { KINDRED_LOG_LEVEL: level, KINDRED_LOG_FORMAT: format }: LogSettings,
  output: number | DestinationStream = 1,
): Log {
  const stream = typeof output === 'number' ? openOutput(output, format) : output;
  const timestamp = pino.stdTimeFunctions.isoTime;
  const formatters = { level: (label: string) => ({ level: label }) };
  const serializers = { err: describeError };
  return pino({ level, base: { service }, timestamp, formatters, serializers }, stream);
}

/** Writes at once, so that nothing is lost when the process ends. */
function openOutput(output: number, format: LogSettings['KINDRED_LOG_FORMAT']): DestinationStream {
  const terminal = isatty(output);
  if (format === 'json' || (format === 'auto' && !terminal))
    return pino.destination({ dest: output, sync: true });
  return pretty({ ...textOptions, colorize: terminal, destination: output, sync: true });
}

const textOptions = { singleLine: true, translateTime: 'SYS:HH:MM:ss', ignore: 'service' } as const;
