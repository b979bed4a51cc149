'use client';

import { minute } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { postAccount } from './accounts.ts';
import { browserName } from './browser-name.ts';
import { QuietButton } from './quiet-button.tsx';
import type { Account } from './read-account.ts';

const cell = 'py-1.5 pr-3 text-left align-baseline font-normal whitespace-nowrap sm:pr-6';

/** Where one is signed in. */
export function Sessions({ sessions }: Pick<Account, 'sessions'>) {
  return (
    <>
      <ScrollSideways label="Where you are signed in">
        <table className="border-collapse text-sm">
          <thead className="text-quiet text-xs">
            <tr>
              <th className={cell}>browser</th>
              <th className={cell}>since, UTC</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ token, userAgent, ipAddress, createdAt, isThis }) => (
              <tr key={token} className="border-rule border-t">
                <th scope="row" className={cell}>
                  {browserName(userAgent ?? '')}
                  {ipAddress && <span className="block text-quiet text-xs">from {ipAddress}</span>}
                </th>
                <td className={cell}>{minute(createdAt)}</td>
                <td className={cell}>
                  {isThis ? (
                    <span className="text-quiet">this one</span>
                  ) : (
                    <QuietButton
                      words="sign out"
                      label={`Sign out ${browserName(userAgent ?? '')} of ${minute(createdAt)}`}
                      sure="Sign that browser out?"
                      send={() => postAccount('revoke-session', { token })}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
      {sessions.length > 1 && (
        <p className="mt-3 text-sm">
          <QuietButton
            words="sign out everywhere else"
            sure="Sign out all browsers but this one?"
            send={() => postAccount('revoke-other-sessions')}
          />
        </p>
      )}
    </>
  );
}
