import { isDeepStrictEqual } from 'node:util';
import { table } from '../src/run-experiment/text-table.ts';
import { measureThroughput, type Throughput } from './measure.ts';
import { parseOptions } from './options.ts';

const header = ['workers', 'jobs', 'seconds', 'jobs a minute', 'gain', 'same weights'];

/**
 * `npm run throughput -- [--workers 1,2,4]`: what more workers gain.
 * @returns the exit code: 1 where their number changed a model's weights
 */
export async function throughput(args: readonly string[]): Promise<number> {
  const counts = parseOptions(args);
  const measured: Throughput[] = [];
  for (const workers of counts) {
    const left = measured.reduce((sum, { seconds }) => sum + seconds, 0) / (measured.length || 1);
    console.error(`${workers} workers${left ? `, about ${Math.round(left)} s` : ''}`);
    measured.push(await measureThroughput(workers));
  }
  const [first] = measured as [Throughput];
  const same = ({ digests }: Throughput) => isDeepStrictEqual(digests, first.digests);
  const rows = measured.map((one) => [
    String(one.workers),
    String(one.jobs),
    one.seconds.toFixed(1),
    ((60 * one.jobs) / one.seconds).toFixed(1),
    (first.seconds / one.seconds).toFixed(2),
    same(one) ? 'yes' : 'NO',
  ]);
  console.log(table(header, rows));
  return measured.every(same) ? 0 : 1;
}
