'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { AccountForm } from './account-form.tsx';

/** A form that makes something whose secret is shown once, below. */
export function NewSecret({
  button,
  words,
  create,
  children,
}: {
  button: string;
  /** What to do with it. */
  words: string;
  create: (values: Record<string, string>) => Promise<string>;
  children: ReactNode;
}) {
  const router = useRouter();
  const [secret, setSecret] = useState<string>();
  const send = async (values: Record<string, string>) => {
    setSecret(await create(values));
    router.refresh();
  };
  return (
    <div className="mt-6 space-y-3 text-sm">
      <AccountForm button={button} send={send}>
        {children}
      </AccountForm>
      {secret && (
        <div role="status" className="max-w-prose space-y-1 border-accent border-l-2 pl-3">
          <p>{words}</p>
          <p className="select-all break-all font-mono text-xs">{secret}</p>
        </div>
      )}
    </div>
  );
}
