/** PostgreSQL's channel that tells workers of jobs that were cancelled; its payload is the job's id. */
export const cancellationChannel = 'kindred_cancellation';
