import { keepLargest } from './keep-places.ts';
import type { Mask } from './mask.ts';
import type { NamedArrays } from './named-arrays.ts';

/**
 * Of each tensor's kept weights, drops the `share` that is smallest, then grows as many where the loss's gradient is largest
 * among all that aren't kept, the dropped ones too (RigL, Evci et al., 2020).
 * @param weights by tensor name, pruned ones zero
 * @param gradients of all weights, pruned ones too
 */
export function regrowMask(mask: Mask, weights: NamedArrays, gradients: NamedArrays, share: number): Mask {
  return Object.fromEntries(
    Object.entries(mask).map(([name, bits]) => {
      const kept = bits.reduce((sum, bit) => sum + bit, 0);
      const dropped = Math.round(share * kept);
      const survivors = keepLargest(
        bits.length - kept + dropped,
        weights[name]!.map((weight, place) => (bits[place] ? Math.abs(weight) : -1)),
      );
      const grown = keepLargest(
        bits.length - dropped,
        gradients[name]!.map((gradient, place) => (survivors[place] ? -1 : Math.abs(gradient))),
      );
      return [name, survivors.map((bit, place) => bit | grown[place]!)];
    }),
  );
}
