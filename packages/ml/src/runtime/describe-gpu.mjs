/** Prints what WebGPU would compute on here, as JSON; null for nothing. See find-gpu.ts. */
const { create, globals } = await import('webgpu');
Object.assign(globalThis, globals);
const adapter = await create([]).requestAdapter({ powerPreference: 'high-performance' });
const { vendor, architecture, device, description, isFallbackAdapter } = adapter?.info ?? {};
console.log(
  JSON.stringify(adapter ? { vendor, architecture, device, description, isFallbackAdapter } : null),
);
// Dawn keeps the process alive.
process.exit(0);
