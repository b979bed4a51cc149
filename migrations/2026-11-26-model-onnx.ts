import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ModelOnnx1795651200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table model add onnx_digest char(64) references artifact;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table model drop onnx_digest;');
  }
}
