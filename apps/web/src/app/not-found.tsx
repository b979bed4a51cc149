import Link from 'next/link';
import { Notice } from '../ui/notice.tsx';

export default function NotFound() {
  return (
    <Notice title="There is nothing here">
      <p>No page has this address. It may have lost a part on its way here.</p>
      <p>
        <Link href="/" className="text-ink underline underline-offset-4">
          All experiments
        </Link>
      </p>
    </Notice>
  );
}
