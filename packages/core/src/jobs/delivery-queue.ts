/** pg-boss's name of the queue that workers take jobs from. */
export const deliveryQueue = 'kindred';

/** Where deliveries end up whose worker died each time. */
export const abandonedQueue = 'kindred-abandoned';

/** What is delivered: the rest is in our `job` table. */
export interface Delivery {
  jobId: string;
  /** Passing troubles in a row that it had; default 0. */
  setbacks?: number;
}
