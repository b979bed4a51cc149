import type { Log } from '@kindred/core';
import {
  decodeCheckpoint,
  type TensorSpec,
  type TrainingCheckpoint,
  type TrainingIdentity,
  type TrainingProgress,
} from '@kindred/ml';
import type { TaskContext } from './task.ts';

/** The checkpoints of one training. */
interface Keeper {
  /** Where a worker that died had come to. */
  found: TrainingCheckpoint | undefined;
  /** Keeps how far the training has come, if that wasn't done lately. */
  keep(progress: TrainingProgress): Promise<void>;
  /** That the training took until now, before an interruption too. */
  seconds(): number;
}

/** Keeping may take this share of the time at most, where the network is large. */
const costliestShare = 0.05;

export async function keepCheckpoints(
  { job, log, checkpoints, checkpointIntervalMs, backend, codeVersion }: TaskContext,
  specs: readonly TensorSpec[],
  dataDigest: string,
): Promise<Keeper> {
  // Another backend, code or data would not go on to the same numbers.
  const identity: TrainingIdentity = { backend, codeVersion, dataDigest };
  const file = await checkpoints.read(job.id);
  const found = file && decodeOwn(file, specs, identity, log);
  const started = performance.now() - 1000 * (found?.seconds ?? 0);
  const seconds = () => (performance.now() - started) / 1000;
  let next = performance.now() + checkpointIntervalMs;
  return {
    found,
    seconds,
    async keep(progress) {
      const begun = performance.now();
      if (begun < next) return;
      await checkpoints.write(job.id, await progress.checkpoint(identity, seconds()));
      const took = performance.now() - begun;
      next = performance.now() + Math.max(checkpointIntervalMs, took / costliestShare);
    },
  };
}

/** A file that can't be read is as good as none: the training begins anew. */
function decodeOwn(
  file: Uint8Array,
  specs: readonly TensorSpec[],
  identity: TrainingIdentity,
  log: Log,
): TrainingCheckpoint | undefined {
  try {
    return decodeCheckpoint(file, specs, identity);
  } catch (err) {
    log.warn({ err }, 'A checkpoint was left aside');
    return undefined;
  }
}
