import { type Row, twoThreads } from './row.ts';
import { visualizationOf } from './visualization.ts';

/** Against the best way in PyTorch. */
export const visualizeCut: readonly Row[] = [1, 4].map((pictures) => ({
  name: `visualize-cut-${pictures}`,
  group: 'visualize-cut',
  work: `the same, ${pictures} at once, against a network cut at the layer, its parameters frozen`,
  goal: 0.7,
  rounds: 20,
  threads: twoThreads,
  images: pictures,
  ...visualizationOf(pictures, { cut: true }),
}));
