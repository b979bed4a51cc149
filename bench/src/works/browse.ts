import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArtifactStore, openDatabase } from '@kindred/core';
import { encodePng } from '@kindred/ml';
import { runBrowser, runDashboard } from '@kindred/web/testing';
import type { Browser } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { databaseUrl } from '../env.ts';
import { kindred } from './kindred-graph.ts';
import { randomPicture } from './random-pictures.ts';
import { startServer } from './server-process.ts';
import type { Work } from './work.ts';

/** What a work has of a dashboard. */
export interface Stage {
  /** For example `http://127.0.0.1:40123`. */
  url: string;
  browser: Browser;
}

/** Ids of pictures in a database, or in the graph at an address. */
export type FindPictures = (db: DataSource, graph: string) => Promise<string[]>;

/**
 * Our API, the dashboard as it was built and a browser in front of the row's database. Of its pictures, which have no files, those that are
 * found get one each. `timed` takes a step and answers with its milliseconds.
 */
export async function browse(
  findPictures: FindPictures,
  begin: (stage: Stage) => Promise<{ timed(): Promise<number> }>,
): Promise<Work> {
  const artifacts = await mkdtemp(join(tmpdir(), 'kindred-bench-'));
  const launch = kindred.start();
  const variables = { ...launch.variables, KINDRED_ARTIFACTS: artifacts };
  const server = await startServer({ ...launch, variables });
  await giveFiles(artifacts, (db) => findPictures(db, server.url));
  const dashboard = await runDashboard(new URL(server.url).origin);
  const browser = await runBrowser();
  const { timed } = await begin({ url: dashboard.url, browser });
  return {
    versions: { ...kindred.versions(), chromium: browser.version() },
    step: timed,
    timed,
    othersPeakBytes: async () => server.peakBytes(),
    async stop() {
      await browser.close();
      await dashboard.close();
      await server.stop();
      await rm(artifacts, { recursive: true });
    },
  };
}

const drawn = { pictures: 1, size: 128, cell: 16 };

async function giveFiles(folder: string, findPictures: (db: DataSource) => Promise<string[]>): Promise<void> {
  const db = await openDatabase(databaseUrl());
  const store = createArtifactStore(folder);
  for (const [index, id] of (await findPictures(db)).entries()) {
    const digest = await store.put(encodePng(randomPicture(index, drawn)), 'image/png', db);
    await db.query('update visualization set image_digest = $2 where id = $1', [id, digest]);
  }
  await db.destroy();
}
