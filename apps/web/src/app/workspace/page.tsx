import { WorkspaceDocument, WorkspaceForAdminsDocument } from '@kindred/client';
import type { Metadata } from 'next';
import Link from 'next/link';
import { api } from '../../api.ts';
import { Audit } from '../../features/people/audit.tsx';
import { Invitations } from '../../features/people/invitations.tsx';
import { Keys } from '../../features/people/keys.tsx';
import { Members } from '../../features/people/members.tsx';
import { NewKey } from '../../features/people/new-key.tsx';
import { NewMember } from '../../features/people/new-member.tsx';
import { orRefusal } from '../../features/refusals/or-refusal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

export const metadata: Metadata = { title: 'Workspace' };

interface WorkspacePageProps {
  searchParams: Promise<{ after?: string }>;
}

export default async function WorkspacePage({ searchParams }: WorkspacePageProps) {
  const { after } = await searchParams;
  return orRefusal(async () => {
    const { viewer } = await api.request(WorkspaceDocument);
    if (!viewer.workspace) return <OneOwner />;
    const forAdmins = viewer.role === 'ADMIN' ? await readForAdmins(after) : undefined;
    return (
      <div className="space-y-10">
        <h1 className="font-semibold text-2xl tracking-tight">{viewer.workspace.name}</h1>
        <Section title="Members">
          <Members members={viewer.workspace.members} role={viewer.role} />
          {forAdmins && (
            <>
              <Invitations invitations={forAdmins.invitations} />
              <NewMember />
            </>
          )}
        </Section>
        <Section title="API keys" aside="They do for a script what you may do, or less.">
          <Keys keys={forAdmins?.apiKeys ?? viewer.apiKeys} />
          <NewKey />
        </Section>
        {forAdmins && (
          <Section title="What was done" aside="Every mutation that somebody asked for, the newest first.">
            <Audit entries={forAdmins.audit.nodes} />
            <Older {...forAdmins.audit.pageInfo} />
          </Section>
        )}
      </div>
    );
  });
}

async function readForAdmins(after: string | undefined) {
  return (await api.request(WorkspaceForAdminsDocument, { after })).viewer.workspace!;
}

function Older({ hasNextPage, endCursor }: { hasNextPage: boolean; endCursor?: string | null }) {
  if (!hasNextPage || !endCursor) return null;
  return <Link href={`/workspace?${new URLSearchParams({ after: endCursor })}`}>Older</Link>;
}

function OneOwner() {
  return (
    <Notice title="This server is yours alone">
      <p>
        Whoever reaches it on this machine may do everything. To share it with a group, start it with{' '}
        <code className="font-mono text-sm">KINDRED_AUTH=team KINDRED_ADMIN=you@example.org npm start</code>.
      </p>
    </Notice>
  );
}
