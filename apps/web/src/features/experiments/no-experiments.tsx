import Link from 'next/link';
import { env } from '../../env.ts';
import { Notice } from '../../ui/notice.tsx';

export function NoExperiments({ mayStart }: { mayStart: boolean }) {
  return (
    <Notice title="No experiment yet">
      {env.alone && (
        <p>
          <code className="font-mono text-ink text-sm">npm start</code> queues the first one on an empty
          database: a small network learns MNIST, and two children and two snapshots of it are made, measured
          and looked into. It appears here by itself.
        </p>
      )}
      {mayStart ? (
        <p>
          <Link href="/experiments/new" className="text-ink underline underline-offset-4">
            Start one of your own
          </Link>
          , or let a script do it with{' '}
          <code className="font-mono text-ink text-sm">npx kindred run experiment.yaml</code>.
        </p>
      ) : (
        <p>An editor or an admin of this workspace can start one. It appears here by itself.</p>
      )}
    </Notice>
  );
}
