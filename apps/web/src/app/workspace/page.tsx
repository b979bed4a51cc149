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
import { NewPasswordLink } from '../../features/people/new-password-link.tsx';
import { OneOwner } from '../../features/people/one-owner.tsx';
import { OtherWorkspaces } from '../../features/people/other-workspaces.tsx';
import { LeaveWorkspace, NewWorkspace, RenameWorkspace } from '../../features/people/workspace-forms.tsx';
import { orRefusal } from '../../features/refusals/or-refusal.tsx';
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
    const { workspace, user, workspaces } = viewer;
    const others = workspaces.map((one) => one.workspace).filter(({ id }) => id !== workspace.id);
    const otherMembers = workspace.members.filter((member) => member.user.id !== user?.id);
    return (
      <div className="space-y-10" data-workspace={workspace.id}>
        <div className="space-y-2 border-rule border-t pt-6">
          <h1 className="font-semibold text-2xl tracking-tight">{workspace.name}</h1>
          <OtherWorkspaces workspaces={others} />
        </div>
        <div className="grid grid-cols-1 gap-10 min-[1760px]:grid-cols-2 min-[1760px]:gap-16">
          <Section title="Members" aside={<LeaveWorkspace name={workspace.name} />}>
            <Members members={workspace.members} role={viewer.role} />
            {forAdmins && (
              <>
                <Invitations invitations={forAdmins.invitations} />
                <div className="grid gap-x-10 sm:grid-cols-2">
                  <NewMember />
                  {otherMembers.length > 0 && <NewPasswordLink members={otherMembers} />}
                </div>
              </>
            )}
          </Section>
          <Section title="API keys" aside="Each lets a script do what its maker may, or less.">
            <Keys keys={forAdmins?.apiKeys ?? viewer.apiKeys} />
            <NewKey />
          </Section>
        </div>
        {forAdmins && (
          <>
            <Section title="Workspaces" aside="Each sees its own experiments and people alone.">
              <div className="grid gap-10 sm:grid-cols-2">
                <RenameWorkspace name={workspace.name} />
                <NewWorkspace />
              </div>
            </Section>
            <Section title="What was done" aside="whatever somebody asked to change, the newest first">
              <Audit entries={forAdmins.audit.nodes} />
              <Older {...forAdmins.audit.pageInfo} />
            </Section>
          </>
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
