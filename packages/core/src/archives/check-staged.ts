import type { EntityManager } from 'typeorm';
import { DomainError, type DomainErrorCode } from '../errors/domain-error.ts';
import { mostOwnImages } from '../own-images/add-own-image.ts';
import { mostTopImages } from '../top-images/layer-top-images.entity.ts';
import type { ArchiveTable } from './archive-tables.ts';
import { staged } from './stage-rows.ts';

interface Check {
  /** Answers with what is wrong as `found`. */
  query: string;
  code?: DomainErrorCode;
  say(found: string): string;
}

/** What no column's reference says. */
const ownChecks: Check[] = [
  {
    query: `select member::text as found from ${staged('evaluation')}, unnest(members) as member
             where member not in (select id from ${staged('model')})`,
    say: (id) => `${id} is measured and no model of the archive`,
  },
  {
    query: `select before::text as found from ${staged('job')}, unnest(depends_on) as before
             where before not in (select id from ${staged('job')})`,
    say: (id) => `${id} is waited for and no job of the archive`,
  },
  {
    query: `select hashes.visualization_id::text as found
              from ${staged('visualization_hashes')} hashes join ${staged('visualization')} of on of.id = visualization_id
             where (hashes.model_id, hashes.layer, hashes.channel, hashes.preset, hashes.seed)
                   <> (of.model_id, of.layer, of.channel, of.preset, of.seed)`,
    say: (id) => `the hashes of ${id} are of another picture`,
  },
  {
    query: `select image_index::text as found
              from ${staged('own_image')}, (select (config #>> '{data,test}')::integer as test from ${staged('experiment')}) as of
             where image_index not between test and 1000000000`,
    say: (index) => `its own images aren't counted on from its test images: one is ${index}`,
  },
  {
    query: `select count(*)::text as found from ${staged('own_image')} having count(*) > ${mostOwnImages}`,
    say: (count) => `it has ${count} images of its own, and ${mostOwnImages} are the most`,
  },
  {
    query: `select looked.layer as found
              from ${staged('layer_top_images')} looked
              join ${staged('model')} model on model.id = model_id
              join layer on layer.architecture = model.architecture and layer.name = looked.layer
             where kept > ${mostTopImages} or looked.channels <> layer.channels`,
    say: (layer) => `the top images of ${layer} aren't ${mostTopImages} at most for each of its channels`,
  },
  {
    query: `select image_index::text as found
              from ${staged('test_image')}, (select (config #>> '{data,test}')::integer as test from ${staged('experiment')}) as of
             where image_index < 0 or image_index >= test`,
    say: (index) => `there is no test image ${index}`,
  },
  {
    query: `select architecture as found from ${staged('model')} where architecture not in (select name from architecture)`,
    code: 'CONFLICT',
    say: (name) => `no worker here knows the architecture ${name}; start one that does`,
  },
  {
    query: `select name as found
              from (select config #>> '{data,name}' as name from ${staged('experiment')}
                    union select dataset from ${staged('evaluation')} union select dataset from ${staged('layer_match')}
                    union select dataset from ${staged('layer_top_images')}) as used
             where name not in (select name from dataset)`,
    code: 'CONFLICT',
    say: (name) => `no worker here has the dataset ${name}; fetch it with npm run data, and start one`,
  },
  {
    query: `select looked.layer || ':' || channel as found
              from (select model_id, layer, channel from ${staged('visualization')}
                    union select model_id, layer, 0 from ${staged('activation_grid')}
                    union select model_id, layer, channels - 1 from ${staged('layer_match')}
                    union select model_id, layer, channels - 1 from ${staged('layer_top_images')}) as looked
              join ${staged('model')} model on model.id = model_id
              left join layer on layer.architecture = model.architecture and layer.name = looked.layer
             where channels is null or channel >= channels`,
    code: 'CONFLICT',
    say: (neuron) => `the architecture has no neuron ${neuron} here: it is another one by the same name`,
  },
];

/** Throws unless the staged rows are all that they name, and what else they need is here. */
export async function checkStaged(
  transaction: EntityManager,
  tables: readonly ArchiveTable[],
): Promise<void> {
  const checks = [...tables.flatMap(referenceChecks(tables)), noStowaways(tables), ...ownChecks];
  for (const { query, code = 'BAD_INPUT', say } of checks) {
    const [wrong]: { found: string }[] = await transaction.query(`${query} limit 1`);
    if (wrong) throw new DomainError(code, `This archive cannot be imported: ${say(wrong.found)}.`);
  }
}

/** Whatever a row names by a column of its own is in the archive too: none can hang itself onto what is here. */
function referenceChecks(tables: readonly ArchiveTable[]): (table: ArchiveTable) => Check[] {
  const isOfArchive = (name: string) => tables.some((table) => table.name === name);
  return ({ name, references }) =>
    references
      .filter(({ table }) => isOfArchive(table))
      .map(({ column, table, key }) => ({
        query: `select "${column}"::text as found from ${staged(name)} as naming
                 where "${column}" is not null
                   and not exists (select from ${staged(table)} as named where named."${key}" = naming."${column}")`,
        say: (found) => `the ${column} ${found} of a ${name} is of no ${table} of the archive`,
      }));
}

/** Files that belong to nothing. */
function noStowaways(tables: readonly ArchiveTable[]): Check {
  const digests = tables.flatMap(({ name, references }) =>
    references
      .filter(({ table }) => table === 'artifact')
      .map(({ column }) => `select "${column}" from ${staged(name)} where "${column}" is not null`),
  );
  return {
    query: `select digest as found from ${staged('artifact')} where digest not in (${digests.join(' union ')})`,
    say: (digest) => `the artifact ${digest} is of nothing in it`,
  };
}
