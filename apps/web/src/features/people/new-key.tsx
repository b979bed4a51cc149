'use client';

import { CreateApiKeyDocument, type Role } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { Field } from './account-form.tsx';
import { RoleSelect } from './member-buttons.tsx';
import { NewSecret } from './new-secret.tsx';

export function NewKey() {
  const create = async ({ name, role }: Record<string, string>) => {
    const variables = { name: name!, role: role as Role };
    return (await browserApi.request(CreateApiKeyDocument, variables)).createApiKey.secret;
  };
  return (
    <NewSecret
      button="Make a key"
      words="Scripts send it as “Authorization: Bearer …”. It is shown once:"
      create={create}
    >
      <Field label="What will use a new key" name="name" />
      <span className="text-quiet">as</span> <RoleSelect label="Role" name="role" defaultValue="VIEWER" />
    </NewSecret>
  );
}
