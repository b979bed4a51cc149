import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Datasets without training images, such as ImageNet's validation set by itself. */
export class TestImagesAlone1795695000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table dataset drop constraint dataset_size_check;
      alter table dataset add constraint dataset_size_check
        check (train_images >= 0 and test_images > 0 and height > 0 and width > 0);
    `);
  }

  /** Such datasets go, with the experiments on them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from experiment where config -> 'data' ->> 'name' in (select name from dataset where train_images = 0);
      delete from dataset where train_images = 0;
      alter table dataset drop constraint dataset_size_check;
      alter table dataset add constraint dataset_size_check
        check (train_images > 0 and test_images > 0 and height > 0 and width > 0);
    `);
  }
}
