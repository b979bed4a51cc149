'use client';

import { SaveComparisonDocument } from '@kindred/client';
import { useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { Popover } from '../../ui/popover.tsx';
import { AskButton } from '../refusals/ask-button.tsx';
import { Refusal } from '../refusals/refusal.tsx';
import { useRequest } from '../refusals/use-request.ts';
import { pathOf, savedAddress } from './saved-address.ts';

/** Gives the view as it stands in the address a name and a permanent address. */
export function SaveView() {
  const [title, setTitle] = useState('');
  const [address, setAddress] = useState<string>();
  const { request, pending, refusal, forget } = useRequest(async () => {
    const path = pathOf(location.pathname, location.search);
    const { saveComparison } = await browserApi.request(SaveComparisonDocument, { title, path });
    setAddress(location.origin + savedAddress(saveComparison.id));
    setTitle('');
  });
  return (
    <Popover
      words="save this view"
      onClose={() => {
        setAddress(undefined);
        forget();
      }}
    >
      <form
        className="w-72 max-w-full space-y-2"
        onSubmit={(event) => {
          event.preventDefault();
          request();
        }}
      >
        <label className="block">
          <span className="mb-1 block text-quiet">What it shows</span>
          <input
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
              forget();
            }}
            required
            maxLength={120}
            autoComplete="off"
            className="block w-full border border-field bg-transparent px-2 py-1 text-ink"
          />
        </label>
        <AskButton words="Save" pending={pending} />
        <Refusal className="block">{refusal}</Refusal>
      </form>
      <p role="status" className="mt-2 min-h-[1lh]">
        {address && 'Saved. Its permanent address:'}
      </p>
      {address && (
        <textarea
          readOnly
          aria-label="Its permanent address"
          value={address}
          onFocus={({ target }) => target.select()}
          rows={2}
          className="block w-full resize-none break-all border border-field bg-transparent px-2 py-1 font-mono text-ink"
        />
      )}
    </Popover>
  );
}
