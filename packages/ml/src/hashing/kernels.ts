/// <reference path="../compiler/wasm/webassembly.d.ts" />
import { readFileSync } from 'node:fs';

/** Addresses and lengths in bytes of `memory`; `kernels.wat` says what lies there. */
interface Kernels {
  memory: WebAssembly.Memory;
  resizeRows(
    rows: number,
    height: number,
    width: number,
    columns: number,
    outWidth: number,
    columnBytes: number,
    out: number,
  ): void;
  colorBins(rgb: number, bins: number, binsBytes: number): void;
}

const pageBytes = 65_536;

const module = new WebAssembly.Module(readFileSync(new URL('./kernels.wasm', import.meta.url)));

/** What takes longest of hashing, in WebAssembly. */
export const kernels = new WebAssembly.Instance(module).exports as unknown as Kernels;

/** The kernels' memory, of so many bytes at least. A view of it is good until it grows. */
export function kernelMemory(bytes: number): Uint8Array {
  const missing = bytes - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / pageBytes));
  return new Uint8Array(kernels.memory.buffer);
}
