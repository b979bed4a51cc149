import type { JobWithMetadata } from 'pg-boss';
import type { Delivery } from './delivery-queue.ts';

/** How a job that comes back is handed over once more: as it was the first time. */
export function redeliveryOptions({ data, priority, groupId }: JobWithMetadata<Delivery>) {
  return { priority, singletonKey: data.jobId, ...(groupId && { group: { id: groupId } }) };
}
