import { oneCycle } from '../src/schedules/one-cycle.ts';
import type { Rates, Schedule } from '../src/schedules/schedule.ts';
import { asList, asNumber, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { compared, type Line } from './line.ts';

/** Every described fixture that logs the rates of a one-cycle schedule: `onecycle`, `steps` and `log`. */
export function replayOneCycle({ described }: FixtureFolder): Line[] {
  return Object.entries(described).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null || !('onecycle' in value)) return [];
    return linesOf(`one-cycle ${key.replaceAll('_', '-')}`, asRecord(value, key));
  });
}

function linesOf(name: string, { onecycle, steps, log }: Json): Line[] {
  const schedule = scheduleOf(
    name,
    asRecord(onecycle, `onecycle of ${name}`),
    asNumber(steps, `steps of ${name}`),
  );
  const entries = asList(log, `log of ${name}`).map((entry) => asRecord(entry, `a step of ${name}`));
  const errors = (wanted: string, ours: (rates: Rates) => number): number[] =>
    entries.map((entry, step) =>
      Math.abs(asNumber(entry[wanted], `${wanted} of ${name}`) - ours(schedule(step))),
    );
  const over = `${entries.length} steps`;
  return [
    compared(
      `${name} rate`,
      errors('lr', ({ learningRate }) => learningRate),
      1e-12,
      over,
    ),
    compared(
      `${name} momentum`,
      errors('momentum', ({ momentum }) => momentum),
      1e-12,
      over,
    ),
  ];
}

/** The schedule that a fixture's `onecycle` describes. */
export function scheduleOf(name: string, options: Json, steps: number): Schedule {
  const number = (key: string): number => asNumber(options[key], `${key} of ${name}`);
  const [lowest, highest] = asList(options.momentum, `momentum of ${name}`);
  return oneCycle({
    steps,
    maxLearningRate: number('max_lr'),
    divFactor: number('div_factor'),
    finalDivFactor: number('final_div_factor'),
    rise: number('pct_start'),
    momentum: [asNumber(lowest, `momentum of ${name}`), asNumber(highest, `momentum of ${name}`)],
  });
}
