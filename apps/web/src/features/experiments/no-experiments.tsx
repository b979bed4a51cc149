import { Notice } from '../../ui/notice.tsx';

export function NoExperiments() {
  return (
    <Notice title="No experiment yet">
      <p>
        <code className="font-mono text-ink text-sm">npm start</code> queues the first one on an empty
        database: a small network learns MNIST, and two children and two snapshots of it are made, measured
        and looked into. It appears here by itself.
      </p>
      <p>
        A script starts others with <code className="font-mono text-ink text-sm">startExperiment</code> at{' '}
        <code className="font-mono text-ink text-sm">/graphql</code>.
      </p>
    </Notice>
  );
}
