import type { Mask } from './mask.ts';

export interface LayerLeft {
  tensor: string;
  weights: number;
  kept: number;
  /** kept / weights, 0 to 1. */
  share: number;
}

export interface LayerReport {
  /** Every tensor of the mask. */
  layers: LayerLeft[];
  /** Those with nothing left: through them no signal passes (layer collapse; paper, §II-B). */
  collapsed: LayerLeft[];
  /** Those with little left. */
  few: LayerLeft[];
}

export interface FewWeights {
  /** Below this share of its weights a layer has few, default 0.01. */
  share?: number;
  /** And below this many, default 16. */
  count?: number;
}

/** What a mask leaves of each layer. */
export function reportLayers(mask: Mask, { share = 0.01, count = 16 }: FewWeights = {}): LayerReport {
  const layers = Object.entries(mask).map(([tensor, bits]) => {
    const kept = bits.reduce((sum, bit) => sum + bit, 0);
    return { tensor, weights: bits.length, kept, share: kept / bits.length };
  });
  return {
    layers,
    collapsed: layers.filter(({ kept }) => kept === 0),
    few: layers.filter((layer) => layer.kept > 0 && (layer.share < share || layer.kept < count)),
  };
}
