import { unreachable } from '@kindred/client';
import { asVisitor } from '../../api.ts';
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

/** Of who looks at the page, whether they have a workspace or not; null where nobody is signed in. Throws a KindredError where no API answers. */
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
  const url = new URL(`/api/auth/${route}`, env.apiUrl);
  const response = await asVisitor(url, { cache: 'no-store' }).catch((cause) => {
    throw unreachable(env.apiUrl.origin, cause);
  });
  return response.ok ? response.json() : null;
}
