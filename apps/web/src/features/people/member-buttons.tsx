'use client';

import { RemoveMemberDocument, type Role, SetMemberRoleDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { Refusal } from '../refusals/refusal.tsx';
import { useRequest } from '../refusals/use-request.ts';
import { QuietButton } from './quiet-button.tsx';
import { roles, wordOf } from './roles.ts';

export function RoleChoice({ user, name, role }: { user: string; name: string; role: Role }) {
  const { request, pending, refusal } = useRequest((chosen: Role) =>
    browserApi.request(SetMemberRoleDocument, { user, role: chosen }),
  );
  return (
    <>
      <RoleSelect label={`Role of ${name}`} value={role} disabled={pending} onChange={request} />
      <Refusal className="ml-2">{refusal}</Refusal>
    </>
  );
}

export function RoleSelect({
  label,
  onChange,
  ...rest
}: {
  label: string;
  name?: string;
  value?: Role;
  defaultValue?: Role;
  disabled?: boolean;
  onChange?: (role: Role) => void;
}) {
  return (
    <select
      {...rest}
      aria-label={label}
      onChange={({ target }) => onChange?.(target.value as Role)}
      className="mr-3 border border-field bg-paper px-1 py-0.5 text-ink"
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {wordOf(role)}
        </option>
      ))}
    </select>
  );
}

export function RemoveMember({ user, name }: { user: string; name: string }) {
  return (
    <QuietButton
      words="remove"
      label={`Remove ${name}`}
      sure={`Take ${name} out of the workspace? Their keys stop working.`}
      send={() => browserApi.request(RemoveMemberDocument, { user })}
    />
  );
}
