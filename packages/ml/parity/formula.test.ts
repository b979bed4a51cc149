import { describe, expect, it } from 'vitest';
import { parseFormula } from './formula.ts';

describe('a formula', () => {
  it.each([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['4x&255', 44],
    ['x*x+3y', 136],
    ['(5x)^(3y)', 55 ^ 15],
    ['s>>24&255', 0xfe],
    ['(1664525*s+1013904223) mod 2^32', 1490353431],
    ['min(255,4*abs((x mod 128)-64))', 212],
    ['-x+2(y+1)', 1],
    ['x|y<<1', 11 | 10],
    ['7/2-9%5', -1],
  ])('%s is read as people write it', (text, value) => {
    expect(parseFormula(text)({ x: 11, y: 5, s: 0xfedcba98 })).toBe(value);
  });

  it.each([
    ['4x&', 'a number or a name should come at the end'],
    ['(x', '")" should come at the end'],
    ['x)', 'nothing should come before ")"'],
    ['sin(x)', 'there is no function "sin"'],
    ['constructor(x)', 'there is no function "constructor"'],
    ['x + $', 'before "$"'],
  ])('%s is refused', (text, message) => {
    expect(() => parseFormula(text)).toThrow(message);
  });

  it('is refused when it meets an unknown name, or leaves the whole numbers', () => {
    expect(() => parseFormula('z+1')({})).toThrow('there is no "z"');
    expect(() => parseFormula('x*x')({ x: 2 ** 40 })).toThrow('beyond whole numbers');
  });
});
