import type { ReliabilityBin, WhatIfValues } from '@kindred/ml/metrics';

/** A model's predictions, as they are stored. */
export interface PredictionFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the page tells the worker that measures at once. */
export type Asked =
  | { kind: 'open'; files: PredictionFile[]; bins: number }
  | { kind: 'measure'; chosen: string[] };

/** KL and PDR of row to column, by the names of the members. */
export interface Pairs {
  names: string[];
  kl: number[][];
  pdr: number[][];
}

export interface Measured {
  /** Names of the models, as they were asked for. */
  chosen: string[];
  values: WhatIfValues;
  pairs: Pairs;
  reliability: ReliabilityBin[];
}

/** What the worker answers; models are told by their names. */
export type Told =
  | { kind: 'opened'; labels: Int32Array; alone: Record<string, ReliabilityBin[]> }
  | { kind: 'refused'; reason: string }
  | ({ kind: 'measured' } & Measured)
  | { kind: 'without'; chosen: string[]; model: string; values: WhatIfValues };

/** What the worker that adds intervals is told, once. */
export interface IntervalsAsked {
  files: PredictionFile[];
  labels: Int32Array;
  options: { seed: number; eceBins: number; confidence: number; withParent: boolean };
}
