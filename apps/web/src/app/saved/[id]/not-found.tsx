import Link from 'next/link';
import { Notice } from '../../../ui/notice.tsx';

export default function NoSavedComparison() {
  return (
    <Notice title="Nothing is saved here">
      <p>
        Who saved this comparison, or an admin, has removed it; or its experiment is gone, or belongs to a
        workspace that you don’t look at now.
      </p>
      <p>
        <Link href="/saved" prefetch={false} className="text-ink underline underline-offset-4">
          All saved comparisons
        </Link>
      </p>
    </Notice>
  );
}
