'use client';

import { ExportOnnxDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { PlainButton } from '../../ui/plain-button.tsx';
import { Refusal } from '../refusals/refusal.tsx';
import { useRequest } from '../refusals/use-request.ts';

/** Asks for a model's ONNX file. */
export function ExportButton({ model, name, failed }: { model: string; name: string; failed: boolean }) {
  const { request, pending, refusal } = useRequest(() => browserApi.request(ExportOnnxDocument, { model }));
  return (
    <span data-for-editors>
      <PlainButton label={`Export ${name} as ONNX`} disabled={pending} onClick={() => request()}>
        {pending ? 'asking…' : failed ? 'export as ONNX again' : 'export as ONNX'}
      </PlainButton>
      <Refusal>{refusal}</Refusal>
    </span>
  );
}
