/** What a file is to the row that names it. */
export const artifactKinds = [
  'weights',
  'mask',
  'onnx',
  'logits',
  'picture',
  'picture-on-the-way',
  'grid',
  'attributions',
  'saliency-picture',
  'randomized-picture',
  'test-image',
  'top-image',
  'own-image',
] as const;
export type ArtifactKind = (typeof artifactKinds)[number];

interface NamingColumn {
  /** Rows `named` that name artifacts, joined with the `model` that they are about. */
  rows: string;
  /** The column of `named`. */
  digest: string;
  /** What rows are told apart by: an id, and a number for each of the same id. */
  id: string;
  part: string;
}

const named = (rows: string, digest: string): NamingColumn => ({ rows, digest, id: 'named.id', part: '0' });
const ofModel = 'model as named join model on model.id = named.id';
const about = (table: string) => `${table} as named join model on model.id = named.model_id`;
/** What belongs to a whole family is filed under its first model, which is the parent. */
const ofFamily = (table: string) =>
  `${table} as named join model on model.experiment_id = named.experiment_id and model.position = 0`;
const ofOneMember =
  'evaluation as named join model on model.id = named.members[1] and model.experiment_id = named.experiment_id';
const ofPicture =
  'visualization_step as named join visualization as picture on picture.id = named.visualization_id join model on model.id = picture.model_id';

/** Every column that names an artifact, by what the file is. */
export const namingColumns: Record<ArtifactKind, NamingColumn> = {
  weights: named(ofModel, 'weights_digest'),
  mask: named(ofModel, 'mask_digest'),
  onnx: named(ofModel, 'onnx_digest'),
  logits: named(ofOneMember, 'logits_digest'),
  picture: named(about('visualization'), 'image_digest'),
  'picture-on-the-way': {
    rows: ofPicture,
    digest: 'image_digest',
    id: 'named.visualization_id',
    part: 'named.step',
  },
  grid: named(about('activation_grid'), 'image_digest'),
  attributions: named(about('saliency_map'), 'attributions_digest'),
  'saliency-picture': named(about('saliency_map'), 'image_digest'),
  'randomized-picture': named(about('saliency_map'), 'randomized_digest'),
  'test-image': named(about('saliency_map'), 'input_digest'),
  'top-image': named(ofFamily('test_image'), 'image_digest'),
  'own-image': named(ofFamily('own_image'), 'image_digest'),
};
