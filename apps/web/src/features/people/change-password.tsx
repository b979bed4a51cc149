'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AccountForm, Field } from './account-form.tsx';
import { postAccount } from './accounts.ts';

export function ChangePassword() {
  const router = useRouter();
  const [isDone, setIsDone] = useState(false);
  const send = async (values: Record<string, string>) => {
    setIsDone(false);
    await postAccount('change-password', values);
    setIsDone(true);
    router.refresh();
  };
  return (
    <AccountForm button="Change it" send={send}>
      <Field label="Password now" name="currentPassword" type="password" autoComplete="current-password" />
      <Field
        label="New password"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        minLength={12}
      />
      {isDone && <p role="status">It is changed, and all other browsers are signed out.</p>}
    </AccountForm>
  );
}
