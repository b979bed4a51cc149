import type { Mask } from './mask.ts';
import { overlapOf } from './mask-overlap.ts';

/** How much of a lottery ticket a child has. */
export interface Inherited {
  /** Weights of the ticket. */
  ticket: number;
  /** Those that the child keeps too. */
  inherited: number;
  /** inherited / ticket, 0 to 1; null where the ticket keeps nothing. */
  share: number | null;
}

export interface Inheritance {
  tensors: Readonly<Record<string, Inherited>>;
  total: Inherited;
}

/**
 * What each child inherits of a ticket, by tensor and in all. Of anti-random siblings, what one has more the other has less, so
 * that a ticket that mattered would part them (paper, §IV).
 */
export function inheritedShares(ticket: Mask, children: readonly Mask[]): Inheritance[] {
  const whole = overlapOf(ticket, ticket);
  return children.map((child) => {
    const shared = overlapOf(ticket, child);
    const tensors = Object.entries(shared.tensors).map(([name, { both }]) => [
      name,
      inherited(whole.tensors[name]!.both, both),
    ]);
    return { tensors: Object.fromEntries(tensors), total: inherited(whole.total.both, shared.total.both) };
  });
}

const inherited = (ticket: number, both: number): Inherited => ({
  ticket,
  inherited: both,
  share: ticket === 0 ? null : both / ticket,
});
