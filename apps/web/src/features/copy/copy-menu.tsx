'use client';

import { useState } from 'react';
import { PlainButton } from '../../ui/plain-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { asCurl } from './as-curl.ts';
import { asGraphql } from './as-graphql.ts';
import { asPython } from './as-python.ts';
import type { Question } from './question.ts';

const formats = { GraphQL: asGraphql, Python: asPython, curl: asCurl };

interface Copied {
  /** For who copied it. */
  words: string;
  text: string;
  /** Whether the browser let it be copied: only pages of this machine, or behind HTTPS, may. */
  done: boolean;
}

/** What the page asked of the API, to ask it from a script. */
export function CopyMenu({ questions }: { questions: Question[] }) {
  const [copied, setCopied] = useState<Copied>();
  const copy = async (question: Question, format: keyof typeof formats) => {
    const text = formats[format](question, `${location.origin}/graphql`);
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied({ words: `${question.about} as ${format}`, text, done: done ?? false });
  };
  if (questions.length === 0) return null;
  return (
    <Popover words="copy as…" onClose={() => setCopied(undefined)}>
      <p className="mb-2 text-quiet">What this page asks, for a script</p>
      <ul className="space-y-1">
        {questions.map((question) => (
          <li key={question.about} className="flex justify-between gap-6">
            <span>{question.about}</span>
            <span className="flex gap-3">
              {(Object.keys(formats) as (keyof typeof formats)[]).map((format) => (
                <PlainButton
                  key={format}
                  label={`Copy ${question.about} as ${format}`}
                  onClick={() => void copy(question, format)}
                >
                  {format}
                </PlainButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 min-h-[1lh]">
        {copied && (copied.done ? `Copied ${copied.words}.` : 'The browser lets no page here copy:')}
      </p>
      {copied?.done === false && (
        <textarea
          readOnly
          aria-label={`Copy ${copied.words} from here`}
          value={copied.text}
          onFocus={({ target }) => target.select()}
          rows={8}
          className="mt-1 block w-full border border-field bg-transparent p-2 font-mono"
        />
      )}
    </Popover>
  );
}
