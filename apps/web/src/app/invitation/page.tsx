import type { Metadata } from 'next';
import { readAccount } from '../../features/people/read-account.ts';
import { TakeInvitation } from '../../features/people/take-invitation.tsx';
import { orRefusal } from '../../features/refusals/or-refusal.tsx';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitationPage() {
  return orRefusal(async () => {
    const account = await readAccount();
    return <TakeInvitation signedIn={account?.user.email} />;
  });
}
