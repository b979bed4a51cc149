import type { WorkspaceForAdminsQuery } from '@kindred/client';
import { minute } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';

type Entry = NonNullable<WorkspaceForAdminsQuery['viewer']['workspace']>['audit']['nodes'][number];

const cell = 'py-1.5 pr-6 text-left align-top font-normal whitespace-nowrap';

/** What was asked to be changed, by whom, and what came of it. */
export function Audit({ entries }: { entries: Entry[] }) {
  return (
    <ScrollSideways label="What was done">
      <table className="border-collapse text-sm">
        <tbody>
          {entries.map(({ id, at, user, apiKey, address, action, arguments: values, outcome }) => (
            <tr key={id} className="border-rule border-t">
              <td className={cell}>
                <time dateTime={at}>{minute(at)}</time>
              </td>
              <td className={cell}>
                {user?.name ?? 'somebody who is gone'}
                {apiKey && <span className="text-quiet"> by {apiKey.name}</span>}
              </td>
              <td className={`${cell} text-quiet`}>{address}</td>
              <td className={cell}>{action}</td>
              <td className={cell}>
                {outcome === 'done' ? 'done' : <span className="text-accent">{outcome}</span>}
              </td>
              <td className="max-w-md truncate py-1.5 font-mono text-quiet text-xs">
                {JSON.stringify(values)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}
