import { DomainError } from '@kindred/ml';
import { createCommons } from './commons.ts';
import { type Measurement, measure } from './measure.ts';
import { type Options, parseOptions } from './options.ts';
import { jsonLine } from './report/json-line.ts';
import { showProgress } from './report/progress.ts';
import { footer, heading, tableLine } from './report/table.ts';
import { rows as allRows } from './rows/registry.ts';
import type { Row } from './rows/row.ts';

type Print = Pick<Console, 'log' | 'error'>;

/**
 * `npm run bench -- [--only row[,row]] [--json] [--rounds n] [--threads n]`
 * @returns the exit code: 0 where every row was measured, whatever it says; 1 where one failed; 2 for a wrong option
 */
export async function bench(
  args: readonly string[],
  rows: readonly Row[] = allRows,
  print: Print = console,
): Promise<number> {
  try {
    return await measureAll(parseOptions(args, rows), print);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    print.error(error.message);
    return 2;
  }
}

/** One row after the other, each shown when it is done; one that fails doesn't hide the rest. */
async function measureAll(options: Options, print: Print): Promise<number> {
  const measured: Measurement[] = [];
  const commons = createCommons();
  if (!options.json) print.log(heading());
  for (const [index, row] of options.rows.entries()) {
    const progress = showProgress(`${row.name} (${index + 1} of ${options.rows.length})`);
    try {
      const measurement = await measure(row, options, progress, commons);
      progress.end();
      measured.push(measurement);
      print.log(options.json ? jsonLine(measurement) : tableLine(measurement));
    } catch (error) {
      progress.end();
      print.error(`${row.name} failed: ${(error as Error).message}`);
    }
  }
  await commons.stop();
  if (!options.json && measured.length > 0) print.log(`\n${footer(measured)}`);
  return measured.length === options.rows.length ? 0 : 1;
}
