import type { ClaimFieldsFragment, ClaimVerdict } from '@kindred/client';
import { verdicts } from './verdicts.ts';

/** How many numbers stand how, and what that means. */
export function VerdictCounts({ claims }: { claims: readonly ClaimFieldsFragment[] }) {
  return (
    <dl className="grid max-w-3xl grid-cols-[auto_auto_1fr] gap-x-4 gap-y-1 text-sm">
      {(Object.keys(verdicts) as ClaimVerdict[]).map((verdict) => {
        const { sign, words, meaning } = verdicts[verdict];
        return (
          <div key={verdict} className="contents">
            <dt className="whitespace-nowrap">
              <span aria-hidden="true" className="inline-block w-4">
                {sign}
              </span>
              {words}
            </dt>
            <dd className="text-right">{claims.filter((claim) => claim.verdict === verdict).length}</dd>
            <dd className="text-quiet text-xs">{meaning}</dd>
          </div>
        );
      })}
    </dl>
  );
}
