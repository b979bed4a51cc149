import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { forwardOn } from './forward.fixture.ts';
import { hasSwiftShader, onSwiftShader } from './swift-shader.fixture.ts';

const script = fileURLToPath(new URL('forward.fixture.ts', import.meta.url));

describe.runIf(hasSwiftShader)('a network on WebGPU', () => {
  it('has the logits of the cpu', { timeout: 60_000 }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, 'webgpu'], {
      env: await onSwiftShader(),
    });
    const came: number[] = JSON.parse(stdout);
    const wanted = await forwardOn('cpu');
    expect(came).toHaveLength(6);
    came.forEach((logit, index) => {
      expect(logit).toBeCloseTo(wanted[index]!, 5);
    });
  });
});
