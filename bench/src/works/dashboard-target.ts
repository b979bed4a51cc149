import type { DataSource } from 'typeorm';
import { copiedPrefix } from './copy-experiment.ts';

/** Something that a page of the dashboard is opened for. */
export interface DashboardTarget {
  /** Ids of an experiment, and of models in it. */
  experiment: string;
  parent: string;
  ticket: string;
  /** A child, and the other one of its pair. */
  child: string;
  sibling: string;
  layer: string;
  /** A neuron of that layer that every model of the experiment has a picture of. */
  at: string;
  /** The first neuron of each layer that the parent has pictures of. */
  refs: string[];
  /** One of the experiment's jobs. */
  job: string;
  /** The experiment's. */
  seed: number;
}

export interface Drawing {
  /** Also places in the two families that have a hundred thousand pictures each. */
  ofLargeFamilies: boolean;
}

/**
 * Places to open pages at: those of pictures that are drawn from all there are, so that an experiment is opened the more often the
 * more pictures it has. The same each time.
 */
export function drawTargets(
  db: DataSource,
  count: number,
  { ofLargeFamilies }: Drawing,
): Promise<DashboardTarget[]> {
  return db.query(
    `select parent.experiment_id as experiment, parent.id as parent, ticket.id as ticket, child.id as child,
       child.sibling_id as sibling, layer, layer || ':' || channel as at, (config -> 'seed')::integer as seed,
       array(
         select shown.layer || ':' || min(shown.channel) from visualization shown where shown.model_id = parent.id group by shown.layer
       ) as refs, (select id from job where experiment_id = experiment.id limit 1) as job
     from (
       select * from visualization
       where $2 or model_id in (select id from model where experiment_id::text like '${copiedPrefix}%')
       order by id limit $1
     ) as picture
     join model on model.id = picture.model_id
     join experiment on experiment.id = model.experiment_id
     join model parent on parent.experiment_id = experiment.id and parent.kind = 'parent'
     join model ticket on ticket.experiment_id = experiment.id and ticket.kind = 'ticket'
     join lateral (
       select id, sibling_id from model where experiment_id = experiment.id and kind = 'child' order by md5(id::text || picture.id)
       limit 1
     ) as child on true`,
    [count, ofLargeFamilies],
  );
}

/** Cursors of pages that are far from the first. */
export interface DeepPages {
  /** The last of 20 experiments. */
  experiments: string;
  /** The 500th of 50 entries. */
  audit: string;
}

export async function findDeepPages(db: DataSource): Promise<DeepPages> {
  const [found] = await db.query(
    `select
       (select id from experiment order by created_at, id offset 20 limit 1) as experiments,
       (select id from audit_entry order by at desc, id desc offset 499 * 50 - 1 limit 1) as audit`,
  );
  return { experiments: cursorOf(found.experiments), audit: cursorOf(found.audit) };
}

/** As the API writes them. */
const cursorOf = (key: string): string => Buffer.from(key).toString('base64url');
