import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What pictures and classes an architecture takes, where it doesn't take any. */
export class WhatArchitecturesTake1795696800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table architecture add smallest_side integer, add classes integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table architecture drop smallest_side, drop classes');
  }
}
