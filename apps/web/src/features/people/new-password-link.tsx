'use client';

import { CreatePasswordResetDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { makeLink } from './link-values.ts';
import type { Member } from './members.tsx';
import { NewSecret } from './new-secret.tsx';

/** For a member who has forgotten theirs. */
export function NewPasswordLink({ members }: { members: Member[] }) {
  const create = async ({ user }: Record<string, string>) => {
    const { email } = members.find((member) => member.user.id === user)!.user;
    const { createPasswordReset } = await browserApi.request(CreatePasswordResetDocument, { user: user! });
    return makeLink('/password', { email, secret: createPasswordReset.secret });
  };
  return (
    <NewSecret
      button="Make a link"
      words="Send them this link; it is shown once, and sets a new password once, within a day:"
      create={create}
    >
      <label className="block space-y-1">
        <span className="text-quiet">A new password for</span>
        <select name="user" className="block w-full border border-field bg-paper px-2 py-1.5 text-ink">
          {members.map(({ user }) => (
            <option key={user.id} value={user.id}>
              {user.name}, {user.email}
            </option>
          ))}
        </select>
      </label>
    </NewSecret>
  );
}
