'use client';

import { useRouter } from 'next/navigation';
import { Notice } from '../../ui/notice.tsx';
import { AccountForm, Field } from './account-form.tsx';
import { postAccount } from './accounts.ts';

/** In the place of a page that somebody who isn't signed in came to; they see it afterwards. */
export function SignIn() {
  const router = useRouter();
  const send = async (values: Record<string, string>) => {
    await postAccount('sign-in/email', values);
    router.refresh();
  };
  return (
    <Notice title="Sign in">
      <AccountForm button="Sign in" send={send}>
        <Field label="Email" name="email" type="email" autoComplete="username" />
        <Field label="Password" name="password" type="password" autoComplete="current-password" />
      </AccountForm>
      <p className="text-sm">
        Without an account, or with a password that you forgot: an admin of your group can send you a link.
      </p>
    </Notice>
  );
}
