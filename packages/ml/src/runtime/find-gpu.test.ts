import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findGpu } from './find-gpu.ts';
import { hasSwiftShader, onSwiftShader } from './swift-shader.fixture.ts';

describe.runIf(hasSwiftShader)('a driver that computes in software', () => {
  it('is an adapter of WebGPU, but no GPU', { timeout: 60_000 }, async () => {
    const env = await onSwiftShader();
    const script = fileURLToPath(new URL('describe-gpu.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      description: expect.stringContaining('SwiftShader'),
      isFallbackAdapter: true,
    });
    expect(await findGpu(env)).toBeUndefined();
  });
});
