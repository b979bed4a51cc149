import type { NeuronDistanceFieldsFragment } from '@kindred/client';
import { ChanceNote } from './chance-note.tsx';

const words: [term: string, meaning: string][] = [
  [
    'A, P, D, W, C',
    'unequal bits: of 64 in the average, perceptual, difference and wavelet hash, of 42 in the colour hash; percent: the share of unequal bits, averaged over the five',
  ],
  [
    'floor, the thin stroke',
    'mean distance of the same neuron from itself by other seeds, in both models; such pictures start from different images, the two compared from one, so that they may lie closer than the floor',
  ],
  [
    'ceiling, the thick stroke',
    'mean distance of this neuron from all others, one in each model, by the same preset and seed: unrelated pictures',
  ],
  ['the diamond', 'the distance, on a line from no bits to three quarters of them'],
  [
    'z',
    'how many standard deviations of single unrelated distances it lies above the ceiling; near 0 two pictures are as unlike as any two, below −2 they are more alike than chance makes them',
  ],
  [
    'a dash',
    'a picture is missing, or the neuron stayed silent (activation 0) and its picture is still the start image',
  ],
];

/** What the distances of a page are seen beside; chance alone, while no picture by another seed tells of a floor. */
export function DistanceNote({ distances }: { distances: (NeuronDistanceFieldsFragment | null)[] }) {
  if (!distances.some((distance) => distance?.average.calibration.floor)) return <ChanceNote />;
  return (
    <details className="mt-4 text-quiet text-xs">
      <summary className="cursor-pointer">What these distances mean</summary>
      <dl className="mt-3 grid max-w-prose grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {words.map(([term, meaning]) => (
          <div key={term} className="contents">
            <dt className="text-ink">{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
