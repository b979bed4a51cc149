import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VisualizedNeurons1795790000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table visualized_neuron (
        experiment_id uuid not null references experiment on delete cascade,
        layer text not null,
        channel integer not null,
        architecture text not null references architecture,
        primary key (experiment_id, layer, channel)
      );

      create function keep_visualized_neurons() returns trigger language plpgsql as $$
      begin
        insert into visualized_neuron (experiment_id, layer, channel, architecture)
        select distinct on (1, 2, 3) model.experiment_id, wished.layer, wished.channel, model.architecture
          from wished join model on model.id = wished.model_id
         where wished.objective = '{"sign": "maximise"}'
         order by 1, 2, 3, model.position
        on conflict do nothing;
        return null;
      end $$;

      create trigger visualized_neurons after insert on visualization
        referencing new table as wished
        for each statement execute function keep_visualized_neurons();
      -- Where rows are copied as a replica does, too.
      alter table visualization enable always trigger visualized_neurons;

      insert into visualized_neuron (experiment_id, layer, channel, architecture)
      select distinct on (1, 2, 3) model.experiment_id, pictured.layer, pictured.channel, model.architecture
        from (select distinct model_id, layer, channel from visualization where objective = '{"sign": "maximise"}') as pictured
        join model on model.id = pictured.model_id
       order by 1, 2, 3, model.position;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger visualized_neurons on visualization;
      drop function keep_visualized_neurons;
      drop table visualized_neuron;
    `);
  }
}
