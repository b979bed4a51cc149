import type { Catalogue } from '../catalogue/publish-catalogue.ts';

export const sampleLayers = [
  { name: 'stage1.block0', channels: 16 },
  { name: 'stage2.block0', channels: 32 },
  { name: 'stage3.block0', channels: 64 },
];

/** What a worker for tests would publish. */
export const sampleCatalogue: Catalogue = {
  architectures: [
    {
      name: 'resnet8',
      description: 'A small residual network.',
      hasDropout: true,
      smallestSide: null,
      classes: null,
      layers: sampleLayers,
    },
  ],
  datasets: [
    {
      name: 'mnist',
      description: 'Handwritten digits.',
      classes: 10,
      trainImages: 60_000,
      testImages: 10_000,
      height: 28,
      width: 28,
      channels: 1,
    },
  ],
};
