import { badInput } from '../errors/domain-error.ts';
import type { Transform } from './transforms.ts';

/** How a feature visualization is made, as data: the picture's size, the optimiser's steps, the transforms. */
export interface Preset {
  name: string;
  /** Pixels of each side. */
  size: number;
  steps: number;
  /** Adam's; betas 0.9 and 0.999, epsilon 1e-8. */
  learningRate: number;
  /** Pixels of grey (0.5) put around the picture before the transforms. */
  padding: number;
  transforms: readonly Transform[];
}

/** From `low` to `high` in equal steps, both included. */
function range(low: number, high: number, step: number): number[] {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
}

/** Lucent's standard transforms list −10 … 10 once and zero five more times. */
const lucentRotations = [...range(-10, 10, 1), 0, 0, 0, 0, 0];

const all: Preset[] = [
  {
    name: 'quick',
    size: 48,
    steps: 64,
    learningRate: 0.05,
    padding: 4,
    transforms: [
      { kind: 'jitter', pixels: 4 },
      { kind: 'scale', factors: range(0.95, 1.05, 0.02) },
      { kind: 'rotate', degrees: range(-5, 5, 1) },
      { kind: 'jitter', pixels: 2 },
    ],
  },
  {
    name: 'lucent',
    size: 128,
    steps: 512,
    learningRate: 0.05,
    padding: 12,
    transforms: [
      { kind: 'jitter', pixels: 8 },
      { kind: 'scale', factors: range(0.9, 1.1, 0.02) },
      { kind: 'rotate', degrees: lucentRotations },
      { kind: 'jitter', pixels: 4 },
    ],
  },
  {
    name: 'paper',
    size: 128,
    steps: 1024,
    learningRate: 0.05,
    padding: 12,
    transforms: [
      { kind: 'jitter', pixels: 16 },
      { kind: 'scale', factors: range(0.95, 1.05, 0.01) },
      { kind: 'rotate', degrees: range(-5, 5, 1) },
      { kind: 'jitter', pixels: 8 },
    ],
  },
];

/** The presets by name: `quick` for a first look, Lucent's default, and the paper's (§III-B). */
export const presets: ReadonlyMap<string, Preset> = new Map(all.map((preset) => [preset.name, preset]));

export function findPreset(name: string): Preset {
  const preset = presets.get(name);
  if (!preset) throw badInput(`Unknown preset "${name}": known are ${[...presets.keys()].join(', ')}.`);
  return preset;
}
