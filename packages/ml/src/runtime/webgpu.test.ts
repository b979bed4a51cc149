import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { describe, expect, it } from 'vitest';
import { forwardOn } from './forward.fixture.ts';

const script = fileURLToPath(new URL('forward.fixture.ts', import.meta.url));

/** SwiftShader, a Vulkan driver without a GPU, lies beside the Chromium of an npm package that is for Linux on x64. */
const hasSwiftShader = process.platform === 'linux' && process.arch === 'x64';

async function onSwiftShader(): Promise<NodeJS.ProcessEnv> {
  const folder = path.dirname(await chromium.executablePath());
  const driver = path.join(folder, 'vk_swiftshader_icd.json');
  const found = { VK_DRIVER_FILES: driver, VK_ICD_FILENAMES: driver, LD_LIBRARY_PATH: folder };
  return { ...process.env, ...found, XDG_RUNTIME_DIR: folder };
}

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
