import { planExperiment } from '@kindred/core';
import { findArchitecture } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import type { ExperimentShape } from './experiment-shapes.ts';
import { drawnClusters, drawnHashes } from './insert-pictures.ts';

/**
 * The pictures of experiments of one shape, with hashes as `insertPictures` draws them; a model's are written together, as by its job.
 * @param before pictures that are there already
 */
export async function insertExperimentPictures(
  db: DataSource,
  experimentIds: readonly string[],
  { config, onTheWay }: ExperimentShape,
  before: number,
): Promise<number> {
  const { visualizations } = planExperiment(config, findArchitecture(config.parent.architecture).layers);
  const neurons = visualizations.filter(
    ({ modelId, seed }) => modelId === visualizations[0]!.modelId && seed === config.seed,
  );
  return db.transaction(async (transaction) => {
    await transaction.query('set local session_replication_role = replica');
    const [{ count }] = await transaction.query(
      `with drawn as materialized (
         select row_number() over () + $1::bigint as number, md5(concat_ws(' ', model.id, layer, channel, seed))::uuid as id,
           model.id as model_id, layer, channel, seed, encode(sha256(concat_ws(' ', model.id, layer, channel, seed)::bytea), 'hex') as digest
         from model, unnest($3::text[], $4::integer[]) as neuron (layer, channel), generate_series($5::integer, $6::integer) as seed
         where experiment_id = any($2)
           and (kind <> 'checkpoint' or $7 and seed = $5 and (name like 'child-1@%' or name like 'child-2@%'))
         order by model_id, id
       ), painted as (
         insert into visualization (id, model_id, layer, channel, preset, seed, status, image_digest, width, height,
           activation, content_key, backend, code_version)
         select id, model_id, layer, channel, 'quick', seed, 'done', digest, 128, 128, 1.5, digest, 'cpu', 'bench' from drawn
       ), hashed as (
         insert into visualization_hashes (visualization_id, model_id, layer, channel, preset, seed, comparable, version,
           average, perceptual, difference, wavelet, color)
         select id, model_id, layer, channel, 'quick', seed, true, 'imagehash-4.3.2/8/binbits3', ${drawnHashes} from drawn, ${drawnClusters}
       )
       select count(*)::integer from drawn`,
      [
        before,
        experimentIds,
        neurons.map(({ layer }) => layer),
        neurons.map(({ channel }) => channel),
        config.seed,
        config.seed + config.visualize.seeds - 1,
        onTheWay,
      ],
    );
    return count;
  });
}
