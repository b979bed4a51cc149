'use client';

import { ExportOnnxDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { useRequest } from '../refusals/use-request.ts';

/** Asks for a model's ONNX file. */
export function ExportButton({ model, name, failed }: { model: string; name: string; failed: boolean }) {
  const { request, pending, refusal } = useRequest(() => browserApi.request(ExportOnnxDocument, { model }));
  return (
    <>
      <button
        type="button"
        onClick={() => request()}
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
