import { ours } from '../sides/ours.ts';
import { pytorch } from '../sides/pytorch.ts';
import type { Row } from './row.ts';
import { smallImages } from './small-images.ts';

const family = { architecture: 'resnet20', models: 5, batches: 2, pictures: 8, steps: 2 };
const pictures = family.models * family.batches * family.pictures;

/** The layer and the preset `quick`, as the peer knows them. */
const peers = { blocks: 6, size: 48, padding: 4, learningRate: 0.05 };

export const renders: Row = {
  name: 'renders',
  group: 'renders',
  work: `${pictures} pictures of ${family.models} ResNet-20s by the quick preset, in batches of ${family.pictures}, ${family.steps} steps further`,
  goal: { gain: 1 },
  rounds: 10,
  threads: (cores) => cores,
  images: pictures,
  ours: ours('renders', { ...smallImages, ...family, layer: 'stage2.block2' }),
  peer: pytorch('renders', { ...smallImages, ...family, ...peers }),
};
