import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMissing } from '../sides/contender.ts';
import { rows } from './registry.ts';

const works = new URL('../works/', import.meta.url);
const peers = new URL('../../peers/', import.meta.url);

describe('the rows', () => {
  it('have names and groups that can be told apart', () => {
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, group } of rows) expect(name === group || !names.includes(group)).toBe(true);
  });

  it.each(rows.map((row) => [row.name, row] as const))('"%s" names files that are there', (_, row) => {
    const ours = row.ours(1);
    if (isMissing(ours)) throw new Error(ours.missing);
    expect(existsSync(new URL(`${ours.args[3]}.ts`, works))).toBe(true);
    const peer = row.peer(1);
    if (!isMissing(peer)) expect(existsSync(new URL(peer.args[1]!, peers))).toBe(true);
  });

  it('take no more threads than the machine has', () => {
    for (const { threads } of rows) expect(threads(1)).toBe(1);
    for (const { threads } of rows) expect(threads(2)).toBeLessThanOrEqual(2);
  });
});
