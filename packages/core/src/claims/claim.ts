import type { EvaluationDefinition, EvaluationMetrics } from '../evaluations/evaluation.entity.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';

export const claimPlaces = ['table-1', 'table-2', 'table-3', 'figure-3'] as const;
export type ClaimPlace = (typeof claimPlaces)[number];

export type EvaluationMetric = Extract<keyof EvaluationMetrics, 'accuracy' | 'nll' | 'ece' | 'pdr' | 'kl'>;

/** Whose number it is, in the terms of an experiment here. */
export type ClaimSubject =
  /** A model or an ensemble, by its name. */
  | { kind: 'evaluation'; name: string; metric: EvaluationMetric }
  /** The two pictures of one neuron in each pair; without a neuron, of all that have pictures. */
  | { kind: 'pictures'; pairs: 'siblings' | 'snapshots'; hash: keyof HammingDistance; neuron?: string }
  /** Nothing that is measured here has its definition. */
  | { kind: 'other-definition'; why: string };

/** What the paper says of how its number came about; a field that it leaves open is missing. */
export interface ClaimSetting {
  architecture: string;
  dataset: string;
  trainImages?: number;
  testImages?: number;
  /** Predictions averaged. */
  members?: number;
  pruning?: string;
  /** Epochs of one network: of the parent, … */
  parentEpochs?: number;
  /** … of a model that comes from it, after the parent's, … */
  tuningEpochs?: number;
  /** … and of all members together, the parent's included. */
  totalEpochs?: number;
  /** Of the pictures. */
  preset?: string;
}

/** A number that the paper publishes. */
export interface Claim {
  place: ClaimPlace;
  /** Part of the table or figure, row and column, as printed; together they tell claims of a place apart. */
  part: string;
  row: string;
  column: string;
  /** As printed: its digits say how it was rounded. */
  printed: string;
  unit: '%' | 'nats' | 'share' | 'bits';
  /** Whether the paper took it from others. */
  fromElsewhere: boolean;
  /** What is known of its definition, and what was taken where the paper is silent. */
  definition: string;
  /** What an evaluation must say of itself to be of that definition. */
  requires: Partial<EvaluationDefinition>;
  /** What is wrong in print; null as far as nothing is known. */
  slip: string | null;
  subject: ClaimSubject;
  setting: ClaimSetting;
}

/** The number itself, in the unit of measurements here: shares from 0 to 1. */
export function publishedValue({ printed, unit }: Pick<Claim, 'printed' | 'unit'>): number {
  return Number(printed) / (unit === '%' ? 100 : 1);
}
