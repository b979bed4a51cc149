'use client';

import { InviteMemberDocument, type Role } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { Field } from './account-form.tsx';
import { makeLink } from './link-values.ts';
import { RoleSelect } from './member-buttons.tsx';
import { NewSecret } from './new-secret.tsx';

export function NewMember() {
  const create = async ({ email, role }: Record<string, string>) => {
    const variables = { email: email!, role: role as Role };
    const { inviteMember } = await browserApi.request(InviteMemberDocument, variables);
    return makeLink('/invitation', { email: inviteMember.invitation.email, secret: inviteMember.secret });
  };
  return (
    <NewSecret
      button="Invite"
      words="Send them this link; it is shown once, and lets them in once, within seven days:"
      create={create}
    >
      <Field label="Email of somebody to invite" name="email" type="email" />
      <span className="text-quiet">as</span> <RoleSelect label="Role" name="role" defaultValue="VIEWER" />
    </NewSecret>
  );
}
