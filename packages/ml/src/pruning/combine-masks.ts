import { type Mask, tensorPairs } from './mask.ts';

/** What either mask keeps. */
export const unionOf = (a: Mask, b: Mask): Mask => combine(a, b, (ours, theirs) => ours | theirs);

/** What both masks keep. */
export const intersectionOf = (a: Mask, b: Mask): Mask => combine(a, b, (ours, theirs) => ours & theirs);

/** What the first mask keeps and the second prunes. */
export const differenceOf = (a: Mask, b: Mask): Mask => combine(a, b, (ours, theirs) => ours & (1 - theirs));

function combine(a: Mask, b: Mask, bit: (ours: number, theirs: number) => number): Mask {
  return Object.fromEntries(
    tensorPairs(a, b).map(([name, ours, theirs]) => [
      name,
      ours.map((kept, index) => bit(kept, theirs[index]!)),
    ]),
  );
}
