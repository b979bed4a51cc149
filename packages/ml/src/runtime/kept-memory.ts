/**
 * Environment variables of a process that computes. onnxruntime-node copies what a step gives into new memory; glibc gives that
 * back to the system and takes it anew in the next step, page by page, which can take longer than the step (ADR 0013). With
 * these it keeps what it has; where there is no glibc they mean nothing.
 */
export const keptMemory = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: String(2 ** 30),
  MALLOC_MMAP_THRESHOLD_: String(2 ** 30),
} as const;
