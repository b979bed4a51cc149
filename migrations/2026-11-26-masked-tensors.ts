import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Masks that were drawn before stay in their files alone. */
export class MaskedTensors1795684200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table masked_tensor (
        model_id uuid not null references model on delete cascade,
        tensor text not null,
        position integer not null constraint masked_tensor_position_check check (position >= 0),
        weights integer not null,
        kept integer not null constraint masked_tensor_kept_check check (kept between 0 and weights),
        filters integer not null constraint masked_tensor_filters_check check (filters > 0),
        without_incoming integer[] not null,
        without_outgoing integer[] not null,
        bits bit varying not null,
        primary key (model_id, tensor),
        constraint masked_tensor_weights_check check (weights > 0 and weights = length(bits))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table masked_tensor;');
  }
}
