'use client';

import { RevokeInvitationDocument, type WorkspaceForAdminsQuery } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { minute } from '../../ui/numbers.ts';
import { QuietButton } from './quiet-button.tsx';
import { wordOf } from './roles.ts';

type Invitation = NonNullable<WorkspaceForAdminsQuery['viewer']['workspace']>['invitations'][number];

export function Invitations({ invitations }: { invitations: Invitation[] }) {
  return (
    <ul className="mt-3 space-y-1 text-sm">
      {invitations.map(({ id, email, role, expiresAt }) => (
        <li key={id}>
          {email} is invited as {wordOf(role)}, until {minute(expiresAt)} UTC{' '}
          <QuietButton
            words="take back"
            label={`Take back the invitation of ${email}`}
            sure={`Take back the invitation of ${email}?`}
            send={() => browserApi.request(RevokeInvitationDocument, { id })}
          />
        </li>
      ))}
    </ul>
  );
}
