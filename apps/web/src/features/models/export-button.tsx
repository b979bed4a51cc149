'use client';

import { ExportOnnxDocument, KindredError } from '@kindred/client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { browserApi } from '../../browser-api.ts';

/** Asks for a model's ONNX file. */
export function ExportButton({ model, name, failed }: { model: string; name: string; failed: boolean }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const [pending, startTransition] = useTransition();
  const request = () =>
    startTransition(async () => {
      try {
        await browserApi.request(ExportOnnxDocument, { model });
        router.refresh();
      } catch (error) {
        if (!(error instanceof KindredError)) throw error;
        setRefusal(error.message);
      }
    });
  return (
    <>
      <button
        type="button"
        onClick={request}
        disabled={pending}
        aria-label={`Export ${name} as ONNX`}
        className="cursor-pointer text-quiet underline decoration-dotted hover:text-accent disabled:opacity-50"
      >
        {pending ? 'asking…' : failed ? 'export as ONNX again' : 'export as ONNX'}
      </button>
      {refusal && (
        <span role="alert" className="text-accent">
          {refusal}
        </span>
      )}
    </>
  );
}
