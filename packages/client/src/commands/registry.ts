import type { Command } from './command.ts';
import { compare } from './compare.command.ts';
import { distance } from './distance.command.ts';
import { doctor } from './doctor.command.ts';
import { experiments } from './experiments.command.ts';
import { exportCommand } from './export.command.ts';
import { hash } from './hash.command.ts';
import { importCommand } from './import.command.ts';
import { models } from './models.command.ts';
import { run } from './run.command.ts';
import { site } from './site.command.ts';
import { visualize } from './visualize.command.ts';
import { worker } from './worker.command.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  run,
  experiments,
  models,
  compare,
  distance,
  visualize,
  hash,
  exportCommand,
  importCommand,
  site,
  worker,
  doctor,
];
