import { Notice } from '../../ui/notice.tsx';

export function OneOwner() {
  return (
    <Notice title="This server is yours alone">
      <p>
        Whoever reaches it on this machine may do everything. To share it with a group, start it with{' '}
        <code className="font-mono text-sm">KINDRED_AUTH=team KINDRED_ADMIN=you@example.org npm start</code>.
      </p>
    </Notice>
  );
}
