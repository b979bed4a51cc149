import { KindredError, ViewerDocument } from '@kindred/client';
import Link from 'next/link';
import { api } from '../../api.ts';
import { SignOut } from './sign-out.tsx';

/** Who is signed in, and where; nothing on a server that belongs to who runs it. */
export async function Visitor() {
  const viewer = await readViewer();
  if (!viewer?.user || !viewer.workspace) return null;
  return (
    <nav className="ml-auto flex gap-4 text-quiet">
      <Link href="/workspace" prefetch={false}>
        {viewer.workspace.name}
      </Link>
      <SignOut name={viewer.user.name} />
    </nav>
  );
}

async function readViewer() {
  try {
    return (await api.request(ViewerDocument)).viewer;
  } catch (error) {
    // The page says what is wrong.
    if (error instanceof KindredError) return undefined;
    throw error;
  }
}
