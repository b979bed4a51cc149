import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

function refusedAt(lastLine: string): string {
  const cause = new Error('no such kernel');
  cause.stack = [
    'Error: no such kernel',
    '    at record (/home/a/src/compiler/trace/kernels/register.ts:50:3)',
    '    at Engine.runKernel (/home/a/node_modules/@tensorflow/tfjs-core/dist/engine.js:5:9)',
    '    at process.go (node:internal/process:1:2)',
    lastLine,
    '    at forward (/home/a/src/architectures/resnet.ts:60:3)',
  ].join('\n');
  return refusal('trainingStep', 'Einsum has no tracing', cause).message;
}

describe('the refusal of a function', () => {
  it('names it, the line that called tfjs, and the reason', () => {
    expect(refusedAt('    at shortcut (/home/a/src/architectures/resnet.ts:74:21)')).toBe(
      "trainingStep can't be traced at /home/a/src/architectures/resnet.ts:74:21: Einsum has no tracing",
    );
    expect(refusedAt('    at file:///home/a/run.ts:7:1')).toContain('at file:///home/a/run.ts:7:1: ');
  });

  it('does without a line that is not known', () => {
    const cause = new Error('no such kernel');
    cause.stack = undefined;
    expect(refusal('step', 'no', cause).message).toBe("step can't be traced at an unknown line: no");
  });
});
