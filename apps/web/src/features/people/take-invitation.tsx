'use client';

import { useEffect, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { AccountForm, Field } from './account-form.tsx';
import { postAccount } from './accounts.ts';

interface Invitation {
  email: string;
  secret: string;
}

/** Takes an invitation, which lies behind the # of the address, where no server sees it. */
export function SignUp() {
  const [invitation, setInvitation] = useState<Invitation>();
  useEffect(() => setInvitation(readInvitation(location.hash)), []);
  if (!invitation) return null;
  const { email, secret } = invitation;
  const send = async (values: Record<string, string>) => {
    await postAccount('sign-up/email', { ...values, email, invitation: secret });
    location.assign('/');
  };
  if (!secret) {
    return (
      <Notice title="This is no invitation">
        <p>Its link is not whole: copy all of it, to the last character.</p>
      </Notice>
    );
  }
  return (
    <Notice title="You are invited">
      <p>
        {email} will be your name to sign in by. Choose what others call you, and a password of twelve
        characters or more.
      </p>
      <AccountForm button="Join" send={send}>
        <Field label="Name" name="name" autoComplete="name" />
        <Field label="Password" name="password" type="password" autoComplete="new-password" minLength={12} />
      </AccountForm>
    </Notice>
  );
}

function readInvitation(hash: string): Invitation {
  const values = new URLSearchParams(hash.slice(1));
  return { email: values.get('email') ?? '', secret: values.get('secret') ?? '' };
}
