import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** Renders the activation grid of one model for a test image. */
export const renderGridJob = defineJob({
  name: 'render-grid',
  payload: z.strictObject({ modelId: z.uuid(), gridId: z.uuid() }),
  priority: 10,
});
