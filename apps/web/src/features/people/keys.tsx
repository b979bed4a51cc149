'use client';

import { type ApiKeyFieldsFragment, RevokeApiKeyDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { minute } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { QuietButton } from './quiet-button.tsx';
import { wordOf } from './roles.ts';

const cell = 'py-1.5 pr-3 text-left align-baseline font-normal whitespace-nowrap sm:pr-6';

export function Keys({ keys }: { keys: ApiKeyFieldsFragment[] }) {
  if (keys.length === 0) return <p className="text-quiet text-sm">None yet.</p>;
  return (
    <ScrollSideways label="API keys">
      <table className="border-collapse text-sm">
        <thead className="text-quiet text-xs">
          <tr>
            <th className={cell}>used by</th>
            <th className={cell}>role</th>
            <th className={cell}>made by</th>
            <th className={cell}>last used, UTC</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {keys.map(({ id, name, start, role, user, usedAt, revokedAt }) => (
            <tr key={id} className={`border-rule border-t ${revokedAt ? 'text-quiet' : ''}`}>
              <th scope="row" className={cell}>
                {name}
                <span className="block font-mono text-quiet text-xs">{start}…</span>
              </th>
              <td className={cell}>{wordOf(role)}</td>
              <td className={cell}>{user.name}</td>
              <td className={cell}>{usedAt ? minute(usedAt) : 'never'}</td>
              <td className={cell}>
                {revokedAt ? (
                  'revoked'
                ) : (
                  <QuietButton
                    words="revoke"
                    label={`Revoke ${name}`}
                    sure={`End the key of ${name}? What uses it stops working.`}
                    send={() => browserApi.request(RevokeApiKeyDocument, { id })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}
