/** Names that KINDRED_BACKEND takes, in the order in which `auto` tries those that compute well. */
export const backendChoices = ['auto', 'tfjs-node-gpu', 'webgpu', 'tfjs-node', 'wasm', 'cpu'] as const;
export type BackendChoice = (typeof backendChoices)[number];
export type Backend = Exclude<BackendChoice, 'auto'>;

export function isBackendChoice(text: string): text is BackendChoice {
  return (backendChoices as readonly string[]).includes(text);
}
