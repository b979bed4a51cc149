import { decodeLogits, evaluateEnsemble } from '@kindred/ml/metrics';
import type { IntervalsAsked } from './messages.ts';

/** Measures once, as the job of an ensemble does: its bootstraps take a second. */
self.onmessage = ({ data: { files, labels, options } }: MessageEvent<IntervalsAsked>) => {
  const members = files.flatMap(({ bytes }) => decodeLogits(bytes).members);
  self.postMessage(evaluateEnsemble(members, labels, options));
};
