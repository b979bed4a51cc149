'use client';

import { usePathname } from 'next/navigation';
import { Reading } from '../../../ui/reading.tsx';

export default function Loading() {
  // `/experiments/<id>` is the family's own page; all else is about something in it.
  return <Reading within={usePathname().split('/').length > 3} />;
}
