import path from 'node:path';
import type { Dataset } from './dataset.ts';
import { openIdxDataset, shapeOfMnist } from './idx-dataset.ts';

/** Where Debian's package dataset-fashion-mnist puts it. */
const debianFolder = '/usr/share/datasets/fashion-mnist';

/** Fashion-MNIST (Xiao et al., 2017), from the folder `fashion-mnist` or Debian's package. */
export function openFashionMnist(folder: string): Promise<Dataset | undefined> {
  return openIdxDataset(
    {
      name: 'fashion-mnist',
      description: 'Articles of clothing, 28×28 grey: 60,000 to train on, 10,000 to test.',
      ...shapeOfMnist,
      mean: [0.286],
      std: [0.353],
    },
    [path.join(folder, 'fashion-mnist'), debianFolder],
  );
}
