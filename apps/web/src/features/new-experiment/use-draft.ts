'use client';

import { useEffect, useState } from 'react';
import { type Draft, draftOf, withText } from './draft.ts';
import { type Path, withValueAt } from './values-at.ts';

/** A pause in changes after which the address says what stands in the form. */
const pauseMs = 300;

/** An experiment in the making, which the address behind its # keeps as text once something is changed. */
export function useDraft(start: unknown) {
  const [draft, setDraft] = useState(() => draftOf(start));
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    const text = textIn(location.hash);
    if (text) setDraft((before) => withText(before, text));
  }, []);
  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(
      () => history.replaceState(null, '', `#${encodeURIComponent(draft.text)}`),
      pauseMs,
    );
    return () => clearTimeout(timer);
  }, [draft.text, changed]);
  const change = (next: (before: Draft) => Draft) => {
    setChanged(true);
    setDraft(next);
  };
  return {
    draft,
    setValue: (path: Path, value: unknown) =>
      change(({ values }) => draftOf(withValueAt(values, path, value))),
    setText: (text: string) => change((before) => withText(before, text)),
  };
}

/** Nothing for an address that was cut in the middle of a letter. */
function textIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
