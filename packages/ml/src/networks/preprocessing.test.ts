import { describe, expect, it } from 'vitest';
import { parsePreprocessing } from './preprocessing.ts';

describe('preprocessing', () => {
  it.each([
    [
      'rgb/255, mean .485 .456 .406, std .229 .224 .225',
      { order: 'rgb', divisor: 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
    ],
    [
      '227x227, BGR, 0..255, minus 104 117 123',
      { order: 'bgr', divisor: 1, mean: [104, 117, 123], std: [1, 1, 1] },
    ],
    ['224x224, rgb, 0..255, minus 117', { order: 'rgb', divisor: 1, mean: [117, 117, 117], std: [1, 1, 1] }],
    ['grey/255, mean .1307, std .3081', { order: 'grey', divisor: 255, mean: [0.1307], std: [0.3081] }],
  ])('is read from the words of a network’s file: %s', (words, wanted) => {
    expect(parsePreprocessing(words)).toEqual(wanted);
  });

  it.each([
    ['rgb/255, whitened', 'The preprocessing "rgb/255, whitened" says "whitened", which is unknown here.'],
    ['rgb, mean 1 2', 'has 2 numbers in a row; one or 3 are wanted.'],
    ['grey, mean 1 2 3', 'has 3 numbers in a row; one is wanted.'],
    ['rgb, mean .', 'says "mean ."'],
    ['rgb/0', 'The preprocessing "rgb/0" can\'t be computed'],
    ['rgb, std 1 0 1', 'must be above 0, and all numbers finite.'],
    [`rgb, mean ${'9'.repeat(400)}`, 'must be above 0, and all numbers finite.'],
    [`rgb, mean${' 11111111111111111111'.repeat(20)}x`, 'which is unknown here.'],
    ['', 'says ""'],
  ])('of other words is refused: %s', (words, message) => {
    expect(() => parsePreprocessing(words)).toThrow(message);
  });
});
