import { ours } from '../sides/ours.ts';
import { python } from '../sides/python.ts';
import type { Row } from './row.ts';

const values = { pictures: 1000, size: 128, cell: 8 };

export const hash: Row = {
  name: 'hash',
  group: 'hash',
  work: `five hashes of ${values.pictures.toLocaleString('en')} pictures of ${values.size}², by imagehash's steps`,
  goal: 0.1,
  rounds: 8,
  threads: () => 1,
  images: values.pictures,
  ours: ours('hash', values),
  peer: python('hash', values, {
    modules: ['PIL', 'numpy', 'scipy', 'pywt'],
    packages: ['python3-pil', 'python3-numpy', 'python3-scipy', 'python3-pywt'],
  }),
};
