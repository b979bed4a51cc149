import type { DistanceOrder, HashName, MatchKind } from '@kindred/client';
import { hashes } from '../neurons/hashes.ts';

/** How a layer's neurons are looked at; all of it is part of the address. */
export interface AtlasView {
  /** The first one with pictures where it is empty. */
  layer: string;
  /** Name of the model whose pictures are shown; a row a neuron with those of all models where it is empty. */
  model: string;
  /** The two models that are compared, as `child-1..child-2`; the first siblings where it is empty. */
  pair: string;
  sort: string;
  /** Whose distances sort. */
  hash: string;
  show: string;
  /** Pixels of a picture's side. */
  size: string;
}

export const usualAtlas: AtlasView = {
  layer: '',
  model: '',
  pair: '',
  sort: 'neuron',
  hash: 'perceptual',
  show: 'all',
  size: '128',
};

/** By the word in the address, and what people read. */
export const sorts: Record<string, { order: DistanceOrder; words: string }> = {
  neuron: { order: 'NEURON', words: 'by index' },
  divergence: { order: 'BITS', words: 'farthest apart first' },
  z: { order: 'Z', words: 'highest z first' },
};

export const hashNames: Record<string, HashName> = Object.fromEntries(
  hashes.map(({ name }) => [name, name.toUpperCase() as HashName]),
);

/** Which neurons of the pair's first model, by where they are in the second; null shows all. */
export const shows: Record<string, { kind: MatchKind | null; words: string }> = {
  all: { kind: null, words: 'all' },
  moved: { kind: 'MOVED', words: 'moved' },
  new: { kind: 'NEW', words: 'new' },
};

export const sizes: Record<string, { pixels: number; words: string }> = {
  '64': { pixels: 64, words: 'small' },
  '128': { pixels: 128, words: 'medium' },
  '192': { pixels: 192, words: 'large' },
};

/** What a query says; a form without scripts sends empty values too. */
export function readAtlasView(query: Record<string, string | string[] | undefined>): AtlasView {
  const said = Object.keys(usualAtlas).flatMap((name) => {
    const value = [query[name]].flat()[0];
    return value ? [[name, value]] : [];
  });
  return { ...usualAtlas, ...Object.fromEntries(said) };
}

/** The permanent address of an atlas; what is usual is left out. */
export function atlasAddress(experiment: string, view: Partial<AtlasView> = {}): string {
  const unusual = Object.entries(view).filter(
    ([name, value]) => value !== usualAtlas[name as keyof AtlasView],
  );
  const query = unusual.length > 0 ? `?${new URLSearchParams(unusual)}` : '';
  return `/experiments/${encodeURIComponent(experiment)}/atlas${query}`;
}
