import { randomUUID } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import { openJobQueue } from '../jobs/open-job-queue.ts';
import { databaseUrl } from './env.ts';
import { onServer, withDatabase } from './on-server.ts';
import './provided-context.ts';
import { startTemplateServer } from './template-server.ts';

/** vitest's globalSetup: a PostgreSQL with a migrated template, for createTestDatabase. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // The others are provided with what the root is.
  if (!project.isRootProject()) return;
  const server = await startTemplateServer(databaseUrl);
  const template = `kindred_template_${randomUUID().replaceAll('-', '')}`;
  await onServer(server.url, `create database ${template}`);
  await fillTemplate(withDatabase(server.url, template));
  project.provide('kindredServerUrl', server.url);
  project.provide('kindredTemplate', template);
  return async () => {
    await onServer(server.url, `drop database ${template} with (force)`);
    await server.stop();
  };
}

async function fillTemplate(url: string): Promise<void> {
  const dataSource = await openDatabase(url);
  await migrate(dataSource);
  await dataSource.destroy();
  const queue = await openJobQueue(url, { supervise: false });
  await queue.stop();
}
