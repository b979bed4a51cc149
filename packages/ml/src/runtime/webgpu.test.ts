import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinyFunctions } from './tiny-functions.fixture.ts';

const script = fileURLToPath(new URL('backends-apart.fixture.ts', import.meta.url));

/** SwiftShader, a Vulkan driver without a GPU, lies beside the Chromium of an npm package that is for Linux on x64. */
const hasSwiftShader = process.platform === 'linux' && process.arch === 'x64';

/** Of the largest of each tensor: float32 summed in another order, and SwiftShader's approximate exponentials. */
const tolerance = 2e-4;

async function onSwiftShader(): Promise<NodeJS.ProcessEnv> {
  const folder = path.dirname(await chromium.executablePath());
  const driver = path.join(folder, 'vk_swiftshader_icd.json');
  const found = { VK_DRIVER_FILES: driver, VK_ICD_FILENAMES: driver, LD_LIBRARY_PATH: folder };
  return { ...process.env, ...found, XDG_RUNTIME_DIR: folder };
}

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
