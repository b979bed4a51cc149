'use client';

import { Notice } from '../../ui/notice.tsx';
import { AccountForm, Field } from './account-form.tsx';
import { postAccount } from './accounts.ts';
import { BrokenLink } from './broken-link.tsx';
import { useLink } from './use-link.ts';

/** Takes a link for a new password, and signs in with it. */
export function SetPassword() {
  const link = useLink();
  if (!link) return null;
  const { email, secret } = link;
  if (!secret) return <BrokenLink title="This is no link for a new password" />;
  const send = async ({ password }: Record<string, string>) => {
    await postAccount('reset-password', { token: secret, newPassword: password });
    await postAccount('sign-in/email', { email, password });
    location.assign('/');
  };
  return (
    <Notice title="A new password">
      <p>For {email}, of twelve characters or more. Wherever you are signed in, you will be no more.</p>
      <AccountForm button="Set it" send={send}>
        <Field label="Password" name="password" type="password" autoComplete="new-password" minLength={12} />
      </AccountForm>
    </Notice>
  );
}
