import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface Adapter {
  vendor: string;
  architecture: string;
  device: string;
  description: string;
  isFallbackAdapter: boolean;
}

/** Drivers that compute on the processor, slower than ONNX Runtime does. */
const software = /swiftshader|llvmpipe|lavapipe|softpipe|basic render/i;

const patienceMs = 10_000;

/**
 * What a hardware GPU that WebGPU reaches calls itself; undefined where there is none, or only a driver in software. Asked in
 * a process of its own: Dawn complains on stderr where a driver is missing, and a broken one takes its process along.
 */
export async function findGpu(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const script = fileURLToPath(new URL('describe-gpu.mjs', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env, timeout: patienceMs });
    const adapter = JSON.parse(stdout) as Adapter | null;
    if (!adapter || adapter.isFallbackAdapter) return undefined;
    const { vendor, architecture, device, description } = adapter;
    const name = [vendor, architecture, device, description].filter(Boolean).join(' ');
    return software.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}
