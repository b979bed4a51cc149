import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every column that names an artifact, so that whoever asks for one is quickly found to see an experiment that names it. */
const columns = [
  ['model', 'weights_digest'],
  ['model', 'mask_digest'],
  ['model', 'onnx_digest'],
  ['evaluation', 'logits_digest'],
  ['visualization', 'image_digest'],
  ['visualization_step', 'image_digest'],
  ['activation_grid', 'image_digest'],
  ['saliency_map', 'attributions_digest'],
  ['saliency_map', 'image_digest'],
  ['saliency_map', 'randomized_digest'],
  ['saliency_map', 'input_digest'],
];

export class NamedArtifacts1795733600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns)
      await runner.query(`create index ${table}_${column}_idx on ${table} (${column})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns) await runner.query(`drop index ${table}_${column}_idx`);
  }
}
