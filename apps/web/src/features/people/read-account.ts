import { cookies } from 'next/headers';
import { env } from '../../env.ts';

interface Session {
  token: string;
  createdAt: string;
  ipAddress: string | null;
  userAgent: string | null;
}

export interface Account {
  user: { name: string; email: string };
  /** All that are open, the newest first. */
  sessions: (Session & { isThis: boolean })[];
}

/** Of who looks at the page, whether they have a workspace or not; null where nobody is signed in. */
export async function readAccount(): Promise<Account | null> {
  const account = await read<{ user: Account['user']; session: Session }>('get-session');
  if (!account) return null;
  const sessions = (await read<Session[]>('list-sessions')) ?? [];
  return {
    user: account.user,
    sessions: sessions
      .map((session) => ({ ...session, isThis: session.token === account.session.token }))
      .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt)),
  };
}

async function read<Answer>(route: string): Promise<Answer | null> {
  const cookie = (await cookies()).toString();
  const url = new URL(`/api/auth/${route}`, env.apiUrl);
  const response = await fetch(url, { headers: { cookie }, cache: 'no-store' });
  return response.ok ? response.json() : null;
}
