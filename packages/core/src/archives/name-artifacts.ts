import type { EntityManager } from 'typeorm';
import { plainObjective } from '../visualizations/objective.ts';

/** A file of the artifact store under a name for people. */
export interface NamedArtifact {
  /** `models/child-1/pictures/stage2.block0-17.paper.1.png` */
  path: string;
  digest: string;
  bytes: number;
  /** `picture` */
  what: string;
  /** Of the row that names it. */
  id: string;
}

type Found = Omit<NamedArtifact, 'path'> & { model: string; stem: string; extension: string };

const plain = `'${JSON.stringify(plainObjective)}'::jsonb`;
const picture = `
  concat_ws('.', layer || '-' || channel, preset, picture.seed,
            case when objective <> ${plain} then left(picture.id::text, 8) end)`;
const ofImage = (parts: string) => `concat_ws('.', 'image-' || image_index, ${parts})`;
const map = ofImage('method, target, seed');

/** What names artifacts: each with the columns digest, what, stem and extension, and the id of its model as `of`. */
const sources = [
  `select id, weights_digest as digest, 'weights' as what, 'weights' as stem, 'safetensors' as extension, id as of from model`,
  `select id, mask_digest, 'mask', 'mask', 'safetensors', id from model`,
  `select id, onnx_digest, 'network', 'network', 'onnx', id from model`,
  `select id, logits_digest, 'logits', concat_ws('.', 'logits', corruption, severity), 'safetensors', members[1] from evaluation`,
  `select id, image_digest, 'picture', 'pictures/' || ${picture}, 'png', model_id from visualization picture`,
  `select picture.id, step.image_digest, 'picture on the way', 'pictures/' || ${picture} || '.step-' || step, 'png', model_id
     from visualization picture join visualization_step step on visualization_id = picture.id`,
  `select id, image_digest, 'activation grid', 'grids/' || ${ofImage('layer, preset, seed')}, 'png', model_id from activation_grid`,
  `select id, image_digest, 'saliency map', 'saliency/' || ${map}, 'png', model_id from saliency_map`,
  `select id, randomized_digest, 'saliency map of fresh weights', 'saliency/' || ${map} || '.randomized', 'png', model_id from saliency_map`,
  `select id, input_digest, 'test image', 'saliency/' || ${map} || '.input', 'png', model_id from saliency_map`,
  `select id, attributions_digest, 'attributions', 'saliency/' || ${map}, 'safetensors', model_id from saliency_map`,
].map((query) => `(${query})`);

/** Every file of an experiment's, model by model. What several rows name is there under several names. */
export async function nameArtifacts(
  transaction: EntityManager,
  experimentId: string,
): Promise<NamedArtifact[]> {
  const found: Found[] = await transaction.query(
    `select named.id, digest, byte_length as bytes, what, model.name as model, stem, extension
       from (${sources.join(' union all ')}) as named
       join model on model.id = of join artifact using (digest)
      where experiment_id = $1 order by position, stem, extension, named.id`,
    [experimentId],
  );
  const taken = new Map<string, number>();
  return found.map(({ model, stem, extension, ...rest }) => {
    const path = ['models', model, ...stem.split('/')].map(asName).join('/');
    return { path: `${path}${suffix(taken, `${path}.${extension}`)}.${extension}`, ...rest };
  });
}

/** As a file may be called anywhere, in a folder that nothing leads out of. */
function asName(text: string): string {
  return text.slice(0, 120).replaceAll(/[^\w.@-]|^\./g, '_');
}

/** Nothing, or `-2` for the second of a name, which files may share without regard to case. */
function suffix(taken: Map<string, number>, path: string): string {
  const key = path.toLowerCase();
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  return count === 1 ? '' : `-${count}`;
}
