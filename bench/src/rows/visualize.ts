import { type Row, twoThreads } from './row.ts';
import { visualizationOf } from './visualization.ts';

/** Against Lucent's way. */
export const visualize: readonly Row[] = [1, 4].map((pictures) => ({
  name: `visualize-${pictures}`,
  group: 'visualize',
  work: `SqueezeNet fire6:7 at 224², ${pictures} at once, against the full network with gradients of its parameters`,
  goal: 0.35,
  rounds: 20,
  threads: twoThreads,
  images: pictures,
  ...visualizationOf(pictures, { cut: false }),
}));
