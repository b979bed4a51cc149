import { asShown } from '../../browser-api.ts';
import type { PredictionFile } from './messages.ts';
import type { PredictedModel } from './read-predictions.ts';

/** The stored predictions of all models; the browser keeps them, since a digest never means anything else. */
export function readFiles(models: readonly PredictedModel[], signal: AbortSignal): Promise<PredictionFile[]> {
  return Promise.all(
    models.map(async ({ name, evaluation }) => {
      const response = await asShown(`/artifacts/${evaluation.logitsDigest}`, { signal });
      if (!response.ok) throw new Error(`${name}: status ${response.status}.`);
      return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
    }),
  );
}
