import { replayFeatureVisualization } from './feature-visualization.ts';
import type { FixtureFolder } from './fixture-folder.ts';
import { replayGoldenHashes } from './golden-hashes.ts';
import { replayHashes } from './hashes.ts';
import { failed, type Line } from './line.ts';
import { replayLogits } from './logits.ts';
import { replayMetrics } from './metrics.ts';
import { replayOneCycle } from './one-cycle.ts';
import { pending } from './pending.ts';
import { replayPruneStep } from './prune-step.ts';
import { replaySaliency } from './saliency.ts';
import { replayTransforms } from './transforms.ts';
import { replayTuneChild } from './tune-child.ts';

/** Replays whatever the folder holds of one kind of fixture; no lines where it holds none. */
export type Replay = (folder: FixtureFolder) => Line[] | Promise<Line[]>;

/** Every kind of fixture, in the order of the report. */
export const replays: Readonly<Record<string, Replay>> = {
  hashes: replayHashes,
  'golden-hashes': replayGoldenHashes,
  metrics: replayMetrics,
  'one-cycle': replayOneCycle,
  logits: replayLogits,
  'prune-step': replayPruneStep,
  'tune-child': replayTuneChild,
  transforms: replayTransforms,
  'feature-visualization': replayFeatureVisualization,
  saliency: replaySaliency,
  pending,
};

/** One after the other; a fixture that can't be read fails by itself and doesn't hide the rest. */
export async function replayAll(
  folder: FixtureFolder,
  only: readonly string[] = Object.keys(replays),
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, replay] of Object.entries(replays)) {
    if (!only.includes(name)) continue;
    try {
      lines.push(...(await replay(folder)));
    } catch (error) {
      lines.push(failed(name, (error as Error).message));
    }
  }
  return lines;
}
