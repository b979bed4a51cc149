import type { Metadata } from 'next';
import { SignUp } from '../../features/people/sign-up.tsx';

export const metadata: Metadata = { title: 'Invitation' };

export default function InvitationPage() {
  return <SignUp />;
}
