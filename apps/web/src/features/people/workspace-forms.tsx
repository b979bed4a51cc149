'use client';

import { CreateWorkspaceDocument, LeaveWorkspaceDocument, RenameWorkspaceDocument } from '@kindred/client';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api.ts';
import { AccountForm, Field } from './account-form.tsx';
import { QuietButton } from './quiet-button.tsx';
import { showWorkspace } from './show-workspace.ts';

export function RenameWorkspace({ name }: { name: string }) {
  const router = useRouter();
  const send = async ({ name }: Record<string, string>) => {
    await browserApi.request(RenameWorkspaceDocument, { name: name! });
    router.refresh();
  };
  return (
    <AccountForm button="Rename" send={send}>
      <Field label="This one’s name" name="name" defaultValue={name} />
    </AccountForm>
  );
}

export function NewWorkspace() {
  const send = async ({ name }: Record<string, string>) => {
    const { createWorkspace } = await browserApi.request(CreateWorkspaceDocument, { name: name! });
    showWorkspace(createWorkspace.id);
  };
  return (
    <AccountForm button="Make another workspace" send={send}>
      <Field label="Another one’s name" name="name" />
    </AccountForm>
  );
}

export function LeaveWorkspace({ name }: { name: string }) {
  const leave = async () => {
    await browserApi.request(LeaveWorkspaceDocument);
    location.assign('/');
  };
  return (
    <QuietButton
      words="leave this workspace"
      sure={`Leave ${name}? Your keys stop working; an admin can invite you again.`}
      send={leave}
    />
  );
}
