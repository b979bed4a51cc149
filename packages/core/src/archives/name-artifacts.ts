import type { EntityManager } from 'typeorm';
import { type ArtifactKind, artifactKinds, namingColumns } from '../artifacts/artifact-kinds.ts';
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

interface FileName {
  what: string;
  /** As SQL: the file's path in the folder of its model, without the extension. */
  stem: string;
  extension: string;
}

const file = (what: string, stem: string, extension: string): FileName => ({ what, stem, extension });
const plain = `'${JSON.stringify(plainObjective)}'::jsonb`;
const pictureStem = (
  row: string,
) => `'pictures/' || concat_ws('.', ${row}.layer || '-' || ${row}.channel, ${row}.preset, ${row}.seed,
  case when ${row}.objective <> ${plain} then left(${row}.id::text, 8) end)`;
const gridStem = `'grids/' || concat_ws('.', 'image-' || named.image_index, named.layer, named.preset, named.seed)`;
const mapStem = `'saliency/' || concat_ws('.', 'image-' || named.image_index, named.method, named.target, named.seed)`;

const files: Record<ArtifactKind, FileName> = {
  weights: file('weights', `'weights'`, 'safetensors'),
  mask: file('mask', `'mask'`, 'safetensors'),
  onnx: file('network', `'network'`, 'onnx'),
  logits: file('logits', `concat_ws('.', 'logits', named.corruption, named.severity)`, 'safetensors'),
  picture: file('picture', pictureStem('named'), 'png'),
  'picture-on-the-way': file(
    'picture on the way',
    `${pictureStem('picture')} || '.step-' || named.step`,
    'png',
  ),
  grid: file('activation grid', gridStem, 'png'),
  attributions: file('attributions', mapStem, 'safetensors'),
  'saliency-picture': file('saliency map', mapStem, 'png'),
  'randomized-picture': file('saliency map of fresh weights', `${mapStem} || '.randomized'`, 'png'),
  'own-image': file('own image', `'own-images/image-' || named.image_index`, 'png'),
  'test-image': file('test image', `${mapStem} || '.input'`, 'png'),
  'top-image': file('top image', `'test-images/image-' || named.image_index`, 'png'),
};

const sources = artifactKinds.map((kind) => {
  const [{ rows, digest, id }, { what, stem, extension }] = [namingColumns[kind], files[kind]];
  return `(select ${id} as id, named.${digest} as digest, '${what}' as what, ${stem} as stem, '${extension}' as extension,
             model.name as model, model.position as position
            from ${rows} where model.experiment_id = $1)`;
});

/** Every file of an experiment's, model by model. What several rows name is there under several names. */
export async function nameArtifacts(
  transaction: EntityManager,
  experimentId: string,
): Promise<NamedArtifact[]> {
  const found: Found[] = await transaction.query(
    `select named.id, digest, byte_length as bytes, what, model, stem, extension
       from (${sources.join(' union all ')}) as named join artifact using (digest)
      order by position, stem, extension, named.id`,
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
