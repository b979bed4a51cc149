/** Names that KINDRED_BACKEND takes; start-runtime.ts says which of them `auto` tries. */
export const backendChoices = [
  'auto',
  'tfjs-node-gpu',
  'onnxruntime-cuda',
  'webgpu',
  'onnxruntime',
  'tfjs-node',
  'wasm',
  'cpu',
] as const;
export type BackendChoice = (typeof backendChoices)[number];
export type Backend = Exclude<BackendChoice, 'auto'>;

export function isBackendChoice(text: string): text is BackendChoice {
  return (backendChoices as readonly string[]).includes(text);
}
