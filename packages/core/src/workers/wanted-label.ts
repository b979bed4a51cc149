import { z } from 'zod';

/** What an experiment may want of workers: a label that people give them, or the backend that they compute on. */
export const wantedLabel = z
  .string()
  .regex(
    /^(backend:)?[a-z0-9][a-z0-9._-]{0,62}$/,
    'should be a label of workers, such as gpu or backend:webgpu',
  );
