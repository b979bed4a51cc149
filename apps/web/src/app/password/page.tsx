import type { Metadata } from 'next';
import { SetPassword } from '../../features/people/set-password.tsx';

export const metadata: Metadata = { title: 'A new password' };

export default function PasswordPage() {
  return <SetPassword />;
}
