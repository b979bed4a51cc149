/** What measures predictions in a browser too: pure functions, without tfjs and Node. */
export { decodeLogits } from '../checkpoints/logits-file.ts';
export { type Evaluation, evaluateEnsemble } from './evaluate.ts';
export type { Measurement } from './measurement.ts';
export type { ReliabilityBin } from './reliability.ts';
export { type WhatIf, type WhatIfValues, whatIf } from './what-if.ts';
