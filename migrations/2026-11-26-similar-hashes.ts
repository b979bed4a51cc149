import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexedHashes = ['average', 'perceptual', 'difference', 'wavelet'];
const chunks = [0, 1, 2, 3];

/** Hashes say by themselves what they compare with, and those of 64 bits are indexed by their four chunks of 16. */
export class SimilarHashes1795698000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table visualization_hashes
        add column model_id uuid, add column preset text, add column seed integer, add column comparable boolean;
      update visualization_hashes set model_id = of.model_id, preset = of.preset, seed = of.seed,
          comparable = of.activation is distinct from 0
        from visualization of where of.id = visualization_id;
      alter table visualization_hashes
        alter column model_id set not null, alter column preset set not null, alter column seed set not null,
        alter column comparable set not null;
    `);
    for (const hash of indexedHashes)
      for (const chunk of chunks)
        await runner.query(`
          create index visualization_hashes_${hash}_${chunk}_idx on visualization_hashes
            ((substring(${hash}, ${16 * chunk + 1}, 16)::integer));
        `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const hash of indexedHashes)
      for (const chunk of chunks) await runner.query(`drop index visualization_hashes_${hash}_${chunk}_idx;`);
    await runner.query(`
      alter table visualization_hashes
        drop column model_id, drop column preset, drop column seed, drop column comparable;
    `);
  }
}
