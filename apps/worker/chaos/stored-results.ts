import type { DataSource } from 'typeorm';

/** Notes each end of a job and each result that is stored, so that what comes twice is seen, whatever the rows say in the end. */
export async function noteWhatIsStored(db: DataSource): Promise<void> {
  await db.query(`
    create table chaos_stored (experiment_id uuid not null, what text not null);
    create function chaos_note() returns trigger language plpgsql as $$
      begin
        insert into chaos_stored values (new.experiment_id, tg_argv[0] || ' ' || new.id);
        return new;
      end $$;
    create function chaos_note_evaluation() returns trigger language plpgsql as $$
      begin
        insert into chaos_stored values (new.experiment_id, 'evaluation ' || new.name);
        return new;
      end $$;
    create trigger chaos_job after update of status on job for each row
      when (new.status = 'done') execute function chaos_note('end of job');
    create trigger chaos_weights after update of weights_digest on model for each row
      when (new.weights_digest is not null) execute function chaos_note('weights of model');
    create trigger chaos_evaluation after insert on evaluation for each row
      execute function chaos_note_evaluation();`);
}

/** Things of an experiment that were stored more often than once. */
export async function countTwice(db: DataSource, experimentId: string): Promise<number> {
  const [{ count }] = await db.query(
    `select (count(*) - count(distinct what))::integer as count from chaos_stored where experiment_id = $1`,
    [experimentId],
  );
  return count;
}

/** All numbers that an experiment came to, by name; the same for every run of a configuration. */
export async function readResults(db: DataSource, experimentId: string): Promise<Map<string, string>> {
  const rows: { name: string; result: string }[] = await db.query(
    `select 'weights of ' || name as name, weights_digest as result from model
      where experiment_id = $1 and weights_digest is not null
     union all
     select 'evaluation of ' || name, metrics::text from evaluation where experiment_id = $1`,
    [experimentId],
  );
  return new Map(rows.map(({ name, result }) => [name, result]));
}
