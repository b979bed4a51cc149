import { hashLengths, hashNames } from '../../visualizations/hash-names.ts';
import { type AnalysisTable, readQuery } from './analysis-table.ts';

/** As imagehash writes them, and the graph. */
const hashes = hashNames.map(
  (hash) => `lpad(to_hex(hashes.${hash}::bigint), ${Math.ceil(hashLengths[hash] / 4)}, '0') as ${hash}_hash`,
);

const query = `
  select picture.id::text, model.name as model, picture.layer, picture.channel, picture.preset, picture.seed,
         objective::text, picture.status, activation, width, height,
         ${hashes.join(', ')}, hashes.version as hash_version, hashes.comparable,
         image_digest, content_key, backend, code_version
    from visualization picture
    join model on model.id = picture.model_id
    left join visualization_hashes hashes on visualization_id = picture.id
   where experiment_id = $1 
   order by model.position, picture.layer, picture.channel, picture.preset, picture.seed, picture.id`;

/** A row a picture, with its hashes in hexadecimal and where its file is. */
export const visualizationsTable: AnalysisTable = {
  name: 'visualizations',
  what: 'the pictures of neurons, with their five hashes and where their files are',
  columns: {
    id: 'STRING',
    model: 'STRING',
    layer: 'STRING',
    channel: 'INT32',
    preset: 'STRING',
    seed: 'INT32',
    objective: 'STRING',
    status: 'STRING',
    activation: 'DOUBLE',
    width: 'INT32',
    height: 'INT32',
    average_hash: 'STRING',
    perceptual_hash: 'STRING',
    difference_hash: 'STRING',
    wavelet_hash: 'STRING',
    color_hash: 'STRING',
    hash_version: 'STRING',
    comparable: 'BOOLEAN',
    file: 'STRING',
    image_digest: 'STRING',
    content_key: 'STRING',
    backend: 'STRING',
    code_version: 'STRING',
  },
  async *rows(source) {
    for await (const rows of readQuery(query, source))
      yield rows.map((row) => ({ ...row, file: source.pictures.get(row.id as string) }));
  },
};
