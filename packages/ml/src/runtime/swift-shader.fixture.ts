import path from 'node:path';
import chromium from '@sparticuz/chromium';

/** SwiftShader, a Vulkan driver without a GPU, lies beside the Chromium of an npm package that is for Linux on x64. */
export const hasSwiftShader = process.platform === 'linux' && process.arch === 'x64';

/** The environment in which a process finds it. */
export async function onSwiftShader(): Promise<NodeJS.ProcessEnv> {
  const folder = path.dirname(await chromium.executablePath());
  const driver = path.join(folder, 'vk_swiftshader_icd.json');
  const found = { VK_DRIVER_FILES: driver, VK_ICD_FILENAMES: driver, LD_LIBRARY_PATH: folder };
  return { ...process.env, ...found, XDG_RUNTIME_DIR: folder };
}
