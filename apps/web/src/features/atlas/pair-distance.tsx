import type { CellFocus } from '../../ui/virtual-grid.tsx';
import { DistanceScale } from '../neurons/distance-scale.tsx';
import { signed } from '../neurons/distance-words.ts';
import { type HashName, hashes } from '../neurons/hashes.ts';
import type { LayerDistance } from './read-rows.ts';

interface PairDistanceProps {
  /** Undefined until it is read. */
  distance: LayerDistance | undefined;
  hash: HashName;
  /** Of what neuron and which models. */
  words: string;
  focus: CellFocus;
}

/** How far a pair's pictures lie apart by one hash, between floor and ceiling. */
export function PairDistance({ distance, hash, words, focus }: PairDistanceProps) {
  const { letter } = hashes.find(({ name }) => name === hash)!;
  return (
    <div className="flex h-full flex-col justify-center pl-3" {...focus}>
      <span className="sr-only">{words}: </span>
      {distance ? (
        <>
          <span>
            {letter} {distance[hash].bits} <span className="text-quiet">of {distance[hash].of} bits</span>
          </span>
          <DistanceScale {...distance[hash]} />
          <span className="text-quiet">
            {distance[hash].calibration.z !== null && `z ${signed(distance[hash].calibration.z)}`}
          </span>
        </>
      ) : (
        <span className="text-quiet">{distance === null ? '–' : '…'}</span>
      )}
    </div>
  );
}
