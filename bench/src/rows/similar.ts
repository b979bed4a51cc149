import { ours } from '../sides/ours.ts';
import type { Row } from './row.ts';

const values = { pictures: 1_000_000, first: 20 };
const bound = { maxBits: 12 };
const chunked = { hashes: ['average', 'perceptual', 'difference', 'wavelet'] };
const color = { hashes: ['color'] };

function question(name: string, work: string, p99Ms: number, asked: object): Row {
  return {
    name: `similar-${name}`,
    group: 'similar',
    work: `${work} of ${values.pictures.toLocaleString('en')} pictures`,
    goal: { p99Ms },
    rounds: 400,
    threads: () => 1,
    images: values.pictures,
    ours: ours('similar', { ...values, ...asked }),
    peer: () => ({ missing: 'there is no peer to be held against' }),
  };
}

export const similar: readonly Row[] = [
  question('within', 'the nearest within 12 bits of 64', 100, { ...bound, ...chunked }),
  question('color', 'the nearest within 12 bits of 42', 100, { ...bound, ...color }),
  question('nearest', 'the nearest by each hash', 500, {
    maxBits: null,
    hashes: [...chunked.hashes, ...color.hashes],
  }),
];
