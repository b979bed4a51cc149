import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import type { Row } from './rows/row.ts';

const row = (name: string, group = name) => ({ name, group }) as Row;
const rows = [row('train'), row('draw-1', 'draw'), row('draw-4', 'draw')];
const chosen = (...args: string[]) => parseOptions(args, rows).rows.map(({ name }) => name);

describe('the options', () => {
  it('take every row where none is chosen', () => {
    expect(chosen()).toEqual(['train', 'draw-1', 'draw-4']);
  });

  it('choose rows by name or group, in the order of the report', () => {
    expect(chosen('--only', 'draw-4,train')).toEqual(['train', 'draw-4']);
    expect(chosen('--only', 'draw')).toEqual(['draw-1', 'draw-4']);
    expect(chosen('--only=train, draw-1')).toEqual(['train', 'draw-1']);
  });

  it('read numbers and the form of the answer', () => {
    const { json, rounds, threads } = parseOptions(['--json', '--rounds', '3', '--threads', '2'], rows);
    expect({ json, rounds, threads }).toEqual({ json: true, rounds: 3, threads: 2 });
  });

  it.each([
    [['--only', 'trian'], 'Unknown row "trian": known are train, draw, draw-1, draw-4.'],
    [['--only', ''], 'Unknown row ""'],
    [['--rounds', '0'], '--rounds takes a whole number of 1 or more; "0" came.'],
    [['--threads', 'two'], '--threads takes a whole number of 1 or more; "two" came.'],
    [['--fast'], "Unknown option '--fast'. Usage: npm run bench -- [--only"],
    [['train'], "Unexpected argument 'train'"],
  ])('%j are refused', (args, message) => {
    expect(() => parseOptions(args, rows)).toThrow(message);
  });
});
