'use client';

import { useState } from 'react';

/** The experiment as its file would say it, to be copied, pasted over or changed. */
export function TextEditor({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <>
      <textarea
        aria-label="The experiment as YAML"
        value={text}
        onChange={({ target }) => onChange(target.value)}
        spellCheck={false}
        rows={24}
        className="block w-full resize-y border border-field bg-transparent p-3 font-mono text-xs leading-relaxed"
      />
      <p className="mt-2 flex justify-between gap-4 text-quiet text-xs">
        <button type="button" onClick={copy} className="underline underline-offset-4 hover:text-ink">
          {copied === text ? 'copied' : 'copy'}
        </button>
        <span>YAML or JSON; paste another over it</span>
      </p>
    </>
  );
}
