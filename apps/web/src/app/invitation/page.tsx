import type { Metadata } from 'next';
import { SignUp } from '../../features/people/sign-up.tsx';

// Nobody else is to be told where the link was.
export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

export default function InvitationPage() {
  return <SignUp />;
}
