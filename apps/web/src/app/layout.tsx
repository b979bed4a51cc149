import '@fontsource-variable/inter/wght.css';
import './globals.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { env } from '../env.ts';
import { Visitor } from '../features/people/visitor.tsx';

export const metadata: Metadata = {
  title: { default: 'Kindred', template: '%s · Kindred' },
  description: 'An observatory for families of neural networks.',
};

// Every page shows what the API says now.
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="px-4 pb-24 sm:px-8 2xl:px-16" data-role={env.alone ? 'ADMIN' : undefined}>
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-5 text-sm">
          <Link href="/" prefetch={false} className="font-semibold tracking-tight">
            Kindred
          </Link>
          <span className="hidden text-quiet md:inline">families of neural networks, seen from inside</span>
          <Link href="/saved" prefetch={false} className="text-quiet" data-not-in-site>
            saved
          </Link>
          <Suspense>
            <Visitor />
          </Suspense>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
