import type { Catalogue } from '@kindred/core';
import { architectures, type Datasets } from '@kindred/ml';

/** What a worker with these datasets can build and read. */
export function catalogueOf(datasets: Datasets): Catalogue {
  return {
    architectures: [...architectures.values()].map(
      ({ name, description, layers, dropouts, smallestSide, classes }) => ({
        name,
        description,
        hasDropout: dropouts !== undefined,
        smallestSide: smallestSide ?? null,
        classes: classes ?? null,
        layers,
      }),
    ),
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
}
