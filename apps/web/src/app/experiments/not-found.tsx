import Link from 'next/link';
import { Notice } from '../../ui/notice.tsx';

export default function NoExperiment() {
  return (
    <Notice title="There is nothing here">
      <p>No experiment has this address: it is gone, or belongs to another workspace.</p>
      <p>
        <Link href="/" className="text-ink underline underline-offset-4">
          All experiments
        </Link>
      </p>
    </Notice>
  );
}
