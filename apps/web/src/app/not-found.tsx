import Link from 'next/link';
import { Notice } from '../ui/notice.tsx';

export default function NotFound() {
  return (
    <Notice title="There is nothing here">
      <p>
        Addresses look like <code className="font-mono text-sm">/experiments/…</code> and{' '}
        <code className="font-mono text-sm">/experiments/…/neurons/stage2.block0:17</code>.
      </p>
      <p>
        <Link href="/" className="text-ink underline underline-offset-4">
          All experiments
        </Link>
      </p>
    </Notice>
  );
}
