import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Writes a trained model as an ONNX file. */
export const exportNetworkJob = defineJob({
  name: 'export-network',
  payload: z.strictObject({ modelId: z.uuid() }),
  // Someone waits for it, and it takes a moment.
  priority: 50,
});
