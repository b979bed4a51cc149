import { unequalBits } from '../visualizations/count-bits.ts';
import { type SummedDistances, sumDistances, sumSigns, tallyAll } from './sum-distances.ts';
import { type Tally, tallyBits } from './tally.ts';

/** How many distances are counted one by one before it pays to prepare for those of every neuron. */
const manyDistances = 2 ** 19;
/** And for those between all of them. */
const manyOfAll = 2 ** 16;

/** The distances of pictures by one hash from those of all other neurons in the other model. */
export interface UnrelatedDistances {
  /** Between all of them. Null of a single neuron, as of one below. */
  all(): Tally | null;
  /** Of one neuron's two pictures. */
  of(neuron: number): Tally | null;
}

/**
 * Counts when it is asked.
 * @param from [neurons, 2] words of 32 bits
 * @param to those of the same neurons in the other model
 * @param own [neurons]: how far the two pictures of each neuron are apart
 */
export function unrelatedDistances(from: Uint32Array, to: Uint32Array, own: Uint8Array): UnrelatedDistances {
  const neurons = own.length;
  const others = neurons - 1;
  let counted = 0;
  let prepared: [SummedDistances, SummedDistances] | undefined;

  function oneByOne(neuron: number): Tally {
    let [sum, squares] = [0, 0];
    for (let other = 0; other < neurons; other++) {
      if (other === neuron) continue;
      const there = unequalBits(from, neuron, to, other);
      const back = unequalBits(from, other, to, neuron);
      sum += there + back;
      squares += there * there + back * back;
    }
    return { count: 2 * others, sum, squares };
  }

  function bySums(neuron: number): Tally {
    prepared ??= [sumDistances(from, sumSigns(to)), sumDistances(to, sumSigns(from))];
    const [there, back] = prepared;
    return {
      count: 2 * others,
      sum: there.sums[neuron]! + back.sums[neuron]! - 2 * own[neuron]!,
      squares: there.squares[neuron]! + back.squares[neuron]! - 2 * own[neuron]! ** 2,
    };
  }

  return {
    all() {
      if (others === 0) return null;
      const all = neurons ** 2 < manyOfAll ? tallyEach(from, to) : tallyAll(sumSigns(from), sumSigns(to));
      const same = tallyBits(own)!;
      return {
        count: all.count - same.count,
        sum: all.sum - same.sum,
        squares: all.squares - same.squares,
      };
    },
    of(neuron) {
      if (others === 0) return null;
      counted += neurons;
      return counted < manyDistances ? oneByOne(neuron) : bySums(neuron);
    },
  };
}

/** One by one what `tallyAll` tells. */
function tallyEach(from: Uint32Array, to: Uint32Array): Tally {
  const neurons = from.length / 2;
  let [sum, squares] = [0, 0];
  for (let one = 0; one < neurons; one++)
    for (let other = 0; other < neurons; other++) {
      const bits = unequalBits(from, one, to, other);
      sum += bits;
      squares += bits * bits;
    }
  return { count: neurons ** 2, sum, squares };
}
