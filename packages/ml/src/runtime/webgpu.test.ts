import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasSwiftShader, onSwiftShader } from './swift-shader.fixture.ts';
import { tinyFunctions } from './tiny-functions.fixture.ts';

const script = fileURLToPath(new URL('backends-apart.fixture.ts', import.meta.url));

/** Of the largest of each tensor: float32 summed in another order, and SwiftShader's approximate exponentials. */
const tolerance = 2e-4;

const name = hasSwiftShader
  ? 'WebGPU'
  : `WebGPU (skipped: no SwiftShader for ${process.platform} ${process.arch})`;

describe.runIf(hasSwiftShader)(name, () => {
  let came: { backend: string; apart: Record<string, number> };
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, 'webgpu'], {
      env: await onSwiftShader(),
    });
    came = JSON.parse(stdout);
  }, 120_000);

  it('is what has computed', () => {
    expect(came.backend).toBe('webgpu');
  });

  it.each(Object.keys(tinyFunctions))('gives the %s of the cpu', (name) => {
    expect(came.apart[name]).toBeLessThan(tolerance);
  });
});
