'use client';

import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { AskButton } from '../refusals/ask-button.tsx';
import { Refusal } from '../refusals/refusal.tsx';

const input = 'block w-full border border-field bg-transparent px-2 py-1.5 text-ink';

/** A form whose values go to the API and are then gone; what is refused is said below, and its values stay. */
export function AccountForm({
  button,
  send,
  children,
}: {
  button: string;
  send: (values: Record<string, string>) => Promise<void>;
  children?: ReactNode;
}) {
  const [refusal, setRefusal] = useState<string>();
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    startTransition(async () => {
      setRefusal(undefined);
      try {
        await send(Object.fromEntries(new FormData(form)) as Record<string, string>);
        form.reset();
      } catch (error) {
        setRefusal(error instanceof Error ? error.message : String(error));
      }
    });
  };
  return (
    // Sent before the page is alive, a form of another method would write passwords into the address.
    <form method="post" onSubmit={submit} className="max-w-sm space-y-4 text-sm">
      {children}
      <AskButton words={button} pending={pending} />
      <Refusal className="block">{refusal}</Refusal>
    </form>
  );
}

interface FieldProps {
  label: string;
  name: string;
  type?: 'text' | 'email' | 'password';
  autoComplete?: string;
  minLength?: number;
  defaultValue?: string;
}

export function Field({ label, type = 'text', ...rest }: FieldProps) {
  return (
    <label className="block space-y-1">
      <span className="text-quiet">{label}</span>
      <input {...rest} type={type} required className={input} />
    </label>
  );
}
