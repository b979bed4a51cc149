'use client';

import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import { AccountForm, Field } from './account-form.tsx';
import { postAccount } from './accounts.ts';
import { BrokenLink } from './broken-link.tsx';
import { showWorkspace } from './show-workspace.ts';
import { useLink } from './use-link.ts';

/** `signedIn` is the address of who looks at the page, if anybody is known. */
export function TakeInvitation({ signedIn }: { signedIn: string | undefined }) {
  const invitation = useLink();
  const [hasAccount, setHasAccount] = useState(false);
  if (!invitation) return null;
  const { email, secret } = invitation;
  if (!secret) return <BrokenLink title="This is no invitation" />;
  const join = async () => {
    const { workspaceId } = await postAccount('accept-invitation', { invitation: secret });
    showWorkspace(String(workspaceId));
  };
  if (signedIn?.toLowerCase() === email.toLowerCase()) {
    return (
      <Notice title="You are invited">
        <p>You are signed in as {email}: join another workspace as who you are.</p>
        <AccountForm button="Join" send={join} />
      </Notice>
    );
  }
  if (hasAccount) {
    const signIn = async ({ password }: Record<string, string>) => {
      await postAccount('sign-in/email', { email, password });
      await join();
    };
    return (
      <Notice title="You are invited">
        <p>Sign in as {email} to join.</p>
        <AccountForm button="Join" send={signIn}>
          <Field label="Password" name="password" type="password" autoComplete="current-password" />
        </AccountForm>
      </Notice>
    );
  }
  const signUp = async (values: Record<string, string>) => {
    await postAccount('sign-up/email', { ...values, email, invitation: secret });
    location.assign('/');
  };
  return (
    <Notice title="You are invited">
      <p>
        {email} will be your name to sign in by. Choose what others call you, and a password of twelve
        characters or more.
      </p>
      <AccountForm button="Join" send={signUp}>
        <Field label="Name" name="name" autoComplete="name" />
        <Field label="Password" name="password" type="password" autoComplete="new-password" minLength={12} />
      </AccountForm>
      <p className="text-sm">
        <PlainButton onClick={() => setHasAccount(true)}>I have an account here</PlainButton>
      </p>
    </Notice>
  );
}
