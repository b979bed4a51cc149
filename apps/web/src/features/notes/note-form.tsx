'use client';

import { AddNoteDocument, EditNoteDocument } from '@kindred/client';
import { useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { AskButton } from '../refusals/ask-button.tsx';
import { Refusal } from '../refusals/refusal.tsx';
import { useRequest } from '../refusals/use-request.ts';

/** @param about id of what the note is about */
export function AddNote({ about }: { about: string }) {
  const send = (text: string) => browserApi.request(AddNoteDocument, { about, text });
  return <NoteForm label="A note" button="Add" send={send} />;
}

/** A form that opens in the place of its name. */
export function EditNote({ id, text }: { id: string; text: string }) {
  const send = (changed: string) => browserApi.request(EditNoteDocument, { id, text: changed });
  return (
    <details>
      <summary className="cursor-pointer text-quiet underline decoration-dotted hover:text-accent">
        edit
      </summary>
      <NoteForm label="The note" button="Save" text={text} send={send} />
    </details>
  );
}

interface NoteFormProps {
  label: string;
  button: string;
  text?: string;
  send: (text: string) => Promise<unknown>;
}

/** Keeps what was written where it is refused. */
function NoteForm({ label, button, text = '', send }: NoteFormProps) {
  const [written, setWritten] = useState(text);
  const { request, pending, refusal } = useRequest(async () => {
    await send(written);
    setWritten(text);
  });
  return (
    <form
      className="mt-3 max-w-prose space-y-2 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        request();
      }}
    >
      <textarea
        aria-label={label}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
        required
        maxLength={10_000}
        rows={3}
        className="block w-full border border-field bg-transparent px-2 py-1.5 text-ink"
      />
      <AskButton words={button} pending={pending} />
      <Refusal className="block">{refusal}</Refusal>
    </form>
  );
}
