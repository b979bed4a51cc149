import { describe, expect, it } from 'vitest';
import { callingLine } from './calling-line.ts';

describe('the calling line', () => {
  it('is the first on the stack that is not tfjs’s own', () => {
    const stack = [
      'Error: no such kernel',
      '    at Engine.runKernel (/home/a/node_modules/@tensorflow/tfjs-core/dist/engine.js:5:9)',
      '    at process.go (node:internal/process:1:2)',
      '    at shortcut (/home/a/src/architectures/resnet.ts:74:21)',
      '    at forward (/home/a/src/architectures/resnet.ts:60:3)',
    ];
    expect(callingLine(stack.join('\n'))).toBe('/home/a/src/architectures/resnet.ts:74:21');
    expect(callingLine(stack.with(3, '    at file:///home/a/run.ts:7:1').join('\n'))).toBe(
      'file:///home/a/run.ts:7:1',
    );
  });

  it('may be unknown', () => {
    expect(callingLine('Error: no such kernel')).toBe('an unknown line');
  });
});
