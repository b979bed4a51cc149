import type { Catalogue } from '@kindred/core';
import { architectures, datasets } from '@kindred/ml';

/** What this worker can build and read. */
export const catalogue: Catalogue = {
  architectures: [...architectures.values()].map(({ name, description, layers }) => ({
    name,
    description,
    layers,
  })),
  datasets: [...datasets.values()].map(
    ({ name, description, classes, trainImages, testImages, height, width, channels }) => ({
      name,
      description,
      classes,
      trainImages,
      testImages,
      height,
      width,
      channels,
    }),
  ),
};
