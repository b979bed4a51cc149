import type { WorkspaceForAdminsQuery } from '@kindred/client';
import { minute } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';

type Entry = NonNullable<WorkspaceForAdminsQuery['viewer']['workspace']>['audit']['nodes'][number];

const cell = 'py-1.5 pr-3 text-left align-top font-normal whitespace-nowrap sm:pr-6';

/** What was asked to be changed, by whom, and what came of it. */
export function Audit({ entries }: { entries: Entry[] }) {
  return (
    <ScrollSideways label="What was done">
      <table className="border-collapse text-sm">
        <thead className="text-quiet text-xs">
          <tr>
            <th className={cell}>when, UTC</th>
            <th className={cell}>what</th>
            <th className={cell}>by whom</th>
            <th className={cell}>outcome</th>
            <th className={cell}>from</th>
            <th className={cell}>with</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, user, apiKey, address, action, arguments: values, outcome }) => (
            <tr key={id} className="border-rule border-t">
              <td className={cell}>
                <time dateTime={at}>{minute(at)}</time>
              </td>
              <td className={cell}>{action}</td>
              <td className={cell}>
                {user?.name ?? 'somebody who is gone'}
                {apiKey && <span className="text-quiet"> by {apiKey.name}</span>}
              </td>
              <td className={cell}>
                {outcome === 'done' ? 'done' : <span className="text-accent">{outcome}</span>}
              </td>
              <td className={`${cell} text-quiet`}>{address}</td>
              <td className="wrap-anywhere min-w-96 py-1.5 align-top font-mono text-quiet text-xs">
                {JSON.stringify(values)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}
