import type { Metadata } from 'next';
import { env } from '../../env.ts';
import { ChangePassword } from '../../features/people/change-password.tsx';
import { OneOwner } from '../../features/people/one-owner.tsx';
import { readAccount } from '../../features/people/read-account.ts';
import { Sessions } from '../../features/people/sessions.tsx';
import { SignIn } from '../../features/people/sign-in.tsx';
import { orRefusal } from '../../features/refusals/or-refusal.tsx';
import { Section } from '../../ui/section.tsx';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  if (env.alone) return <OneOwner />;
  return orRefusal(async () => {
    const account = await readAccount();
    if (!account) return <SignIn />;
    const { user, sessions } = account;
    return (
      <div className="space-y-10">
        <h1 className="wrap-anywhere border-rule border-t pt-6 font-semibold text-2xl tracking-tight">
          {user.name} <span className="font-normal text-quiet">{user.email}</span>
        </h1>
        <Section title="Where you are signed in">
          <Sessions sessions={sessions} />
        </Section>
        <Section title="Password" aside="Changing it signs out all other browsers.">
          <ChangePassword />
        </Section>
      </div>
    );
  });
}
