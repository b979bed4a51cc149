import type { RunningApi } from '@kindred/api/testing';
import { Evaluation } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { type ClassScores, encodeLogits, encodeSafetensors, evaluateEnsemble } from '@kindred/ml';

const [images, classes] = [400, 10];
const labels = Uint8Array.from({ length: images }, (_, image) => (image * 7) % classes);

/** Right more often than not, and wrong elsewhere for each seed. */
const madeLogits = (seed: number): ClassScores => ({
  images,
  classes,
  data: Float32Array.from(
    { length: images * classes },
    (_, k) => 2 * Math.sin(k * 1.3 + seed) + (labels[Math.floor(k / classes)] === k % classes ? 2 : 0),
  ),
});

function fileOf(scores: ClassScores, withLabels: boolean): Uint8Array {
  const data = scores.data as Float32Array;
  if (withLabels) return encodeLogits({ ...scores, data, members: 1, labels });
  return encodeSafetensors({ logits: { dtype: 'F32', shape: [images, classes], data } });
}

/**
 * The finished family of core's tests with predictions that a browser can measure, and evaluations that follow from them; without
 * labels as older versions stored them.
 */
export async function insertMeasuredFamily(
  { db, artifacts }: RunningApi,
  { withLabels = true } = {},
): Promise<Family> {
  const family = await insertFamily(db);
  const { parent, children, snapshots, experiment } = family;
  const models = [parent, ...children, ...snapshots];
  const logits = new Map(models.map(({ id }, seed) => [id, madeLogits(seed)]));
  for (const evaluation of await db.manager.findBy(Evaluation, { experimentId: experiment.id })) {
    const members = evaluation.members.map((id) => logits.get(id)!);
    evaluation.images = images;
    evaluation.metrics = evaluateEnsemble(members, labels, { seed: experiment.config.seed });
    if (members.length === 1) {
      const file = fileOf(members[0]!, withLabels);
      evaluation.logitsDigest = await artifacts.put(file, 'application/vnd.safetensors', db.manager);
    }
    await db.manager.save(evaluation);
  }
  return family;
}
