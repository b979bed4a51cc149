import { KindredError, ViewerDocument } from '@kindred/client';
import Link from 'next/link';
import { api } from '../../api.ts';
import { readAccount } from './read-account.ts';
import { SignOut } from './sign-out.tsx';

/** Who is signed in, and where; nothing on a server that belongs to who runs it. */
export async function Visitor() {
  const viewer = await readViewer();
  if (!viewer) return null;
  const { user, workspace, role } = viewer;
  return (
    <nav
      className="flex min-w-0 flex-wrap gap-x-4 text-quiet sm:ml-auto"
      data-workspace={workspace?.id}
      data-role={role}
      data-not-in-site
    >
      {workspace && (
        <>
          <Link href="/mentions" prefetch={false}>
            mentions
          </Link>
          <Link href="/workspace" prefetch={false} className="truncate">
            {workspace.name}
          </Link>
        </>
      )}
      <Link href="/account" prefetch={false} className="truncate">
        {user.name}
      </Link>
      <SignOut name={user.name} />
    </nav>
  );
}

async function readViewer() {
  try {
    const { user, workspace, role } = (await api.request(ViewerDocument)).viewer;
    return user && { user, workspace, role };
  } catch (error) {
    if (!(error instanceof KindredError)) throw error;
    // Somebody without a workspace still has an account; of all else the page says what is wrong.
    const account = error.code === 'FORBIDDEN' ? await readAccount() : null;
    return account && { user: account.user, workspace: null, role: undefined };
  }
}
