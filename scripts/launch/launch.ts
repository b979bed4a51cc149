import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DomainError, openDatabase, openJobQueue, queueFirstExperiment } from '@kindred/core';
import { buildDashboard } from './build-dashboard.ts';
import { checkDisk, checkPorts } from './check-machine.ts';
import { keepSecret } from './keep-secret.ts';
import { type Service, startService, untilItAnswers } from './service.ts';
import { apiHost, type Mode, serviceOptions } from './services.ts';
import { readSettings, type Settings } from './settings.ts';
import { startDatabase } from './start-database.ts';

/** Something that was started, to be stopped in reverse order. */
interface Stoppable {
  stop(): Promise<void>;
}

/** `npm start` and `npm run dev`: everything on this machine, until Ctrl-C. */
export async function launch(args: readonly string[]): Promise<void> {
  const started: Stoppable[] = [];
  let leaving: Promise<never> | undefined;
  const leave = (exitCode: number) => {
    leaving ??= stopAll(started).then(() => process.exit(exitCode));
    return leaving;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!leaving) console.log('\nStopping; jobs under way go on at the next start.');
      void leave(0);
    });
  }
  try {
    await startAll(readSettings(), readMode(args), started, (service) => {
      if (leaving) return;
      console.error(`The ${service.name} ended by itself. Its last words:\n${service.lastWords()}`);
      void leave(1);
    });
  } catch (error) {
    if (!leaving) console.error(error instanceof DomainError ? error.message : error);
    await leave(1);
  }
}

function readMode(args: readonly string[]): Mode {
  if (args.length === 0) return 'production';
  if (args.join() === '--dev') return 'development';
  throw new DomainError('BAD_INPUT', `"${args.join(' ')}" is no option of npm start: it takes none.`);
}

async function startAll(
  settings: Settings,
  mode: Mode,
  started: Stoppable[],
  onLost: (service: Service) => void,
): Promise<void> {
  await checkDisk(settings);
  await checkPorts(settings);
  await mkdir(path.join(settings.home, 'logs'), { recursive: true });
  const database = await startDatabase(settings);
  started.push(database);

  const options = serviceOptions(settings, mode, database.url, await keepSecret(settings));
  const start = (name: keyof typeof options) => {
    const service = startService(options[name]);
    started.push(service);
    void service.ended.then(() => onLost(service));
    return service;
  };
  const api = start('api');
  if (settings.auth === 'team') void api.ready.then((invitation) => console.log(`${invitation}\n`));
  const worker = start('worker');
  if (mode === 'production') await buildDashboard();
  start('web');

  const backend = await worker.ready;
  await queueOnEmptyDatabase(database.url);
  await untilItAnswers(`http://${apiHost}:${settings.apiPort}/ready`);
  await untilItAnswers(`http://${settings.host}:${settings.webPort}/`);
  console.log(`Computing on ${backend}.\n\n  Kindred is at ${settings.publicUrl}\n`);
}

async function queueOnEmptyDatabase(url: string): Promise<void> {
  const db = await openDatabase(url, { poolSize: 2 });
  const queue = await openJobQueue(url, { supervise: false });
  const first = await queueFirstExperiment(db, queue);
  if (first) console.log('The first experiment is queued: watch it on the dashboard.');
  await queue.stop();
  await db.destroy();
}

async function stopAll(started: readonly Stoppable[]): Promise<void> {
  for (const one of started.toReversed()) await one.stop();
}
