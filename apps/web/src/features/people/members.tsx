import type { Role, WorkspaceQuery } from '@kindred/client';
import { minute } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { RemoveMember, RoleChoice } from './member-buttons.tsx';
import { wordOf } from './roles.ts';

export type Member = NonNullable<WorkspaceQuery['viewer']['workspace']>['members'][number];

const cell = 'py-1.5 pr-3 text-left align-baseline font-normal whitespace-nowrap sm:pr-6';

/** Who belongs to the workspace, and what they may do; admins change it. */
export function Members({ members, role }: { members: Member[]; role: Role }) {
  return (
    <>
      <ScrollSideways label="Members">
        <table className="border-collapse text-sm">
          <thead className="text-quiet text-xs">
            <tr>
              <th className={cell}>name</th>
              <th className={cell}>role</th>
              <th className={cell}>since, UTC</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {members.map(({ user, role: theirs, createdAt }) => (
              <tr key={user.id} className="border-rule border-t">
                <th scope="row" className={cell}>
                  {user.name}
                  <span className="wrap-anywhere block whitespace-normal text-quiet text-xs">
                    {user.email}
                  </span>
                </th>
                <td className={cell}>
                  {role === 'ADMIN' ? (
                    <RoleChoice user={user.id} name={user.name} role={theirs} />
                  ) : (
                    wordOf(theirs)
                  )}
                </td>
                <td className={cell}>{minute(createdAt)}</td>
                <td className={cell}>
                  {role === 'ADMIN' && <RemoveMember user={user.id} name={user.name} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
      <p className="mt-3 max-w-prose text-quiet text-xs">
        Viewers look at everything. Editors also start experiments, ask for pictures and write notes. Admins
        also decide who belongs here.
      </p>
    </>
  );
}
