import { badInput } from '../errors/domain-error.ts';
import { findPreset, type Preset } from '../optvis/preset.ts';

/** How an activation grid is made, as data. */
export interface GridPreset {
  name: string;
  /** How each cell's picture is optimised; its size is a cell's. */
  cell: Preset;
  /** Groups that the cells share pictures of; 0 where each cell stands alone. */
  groups: number;
  /** Cells that are optimised together: all of them in turn, or with groups as many at each step, drawn anew. */
  batch: number;
}

const lucent = findPreset('lucent');

const all: GridPreset[] = [
  { name: 'quick', cell: { ...findPreset('quick'), size: 24 }, groups: 6, batch: 64 },
  { name: 'simple', cell: { ...lucent, size: 48, steps: 1024 }, groups: 0, batch: 64 },
  { name: 'grouped', cell: { ...lucent, size: 60, steps: 1024 }, groups: 6, batch: 64 },
];

/** The presets by name: `quick` for a first look, and the two forms of Lucent's notebook on activation grids. */
export const gridPresets: ReadonlyMap<string, GridPreset> = new Map(
  all.map((preset) => [preset.name, preset]),
);

export function findGridPreset(name: string): GridPreset {
  const preset = gridPresets.get(name);
  if (preset) return preset;
  throw badInput(`Unknown grid preset "${name}": known are ${[...gridPresets.keys()].join(', ')}.`);
}
