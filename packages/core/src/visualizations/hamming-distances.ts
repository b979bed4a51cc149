import type { Database } from '../database/database.ts';

/** Unequal bits: of 64, and of 42 for color. */
export interface HammingDistance {
  average: number;
  perceptual: number;
  difference: number;
  wavelet: number;
  color: number;
}

export interface VisualizationPair {
  /** Ids of Visualizations. */
  from: string;
  to: string;
}

/** The distance of each pair, in order, in one statement; null where a picture has no hashes yet. */
export async function hammingDistances(
  db: Database,
  pairs: readonly VisualizationPair[],
): Promise<(HammingDistance | null)[]> {
  throw new Error(`${db} ${pairs}`);
}
