import { randomUUID } from 'node:crypto';
import type { Log } from '@kindred/core';

/** What is known of a request; the log and the metrics tell it once it is answered. */
export interface RequestRecord {
  /** In the answer's header `X-Request-Id`, and in what it says of an error of ours. */
  id: string;
  /** As the client calls it. */
  operation?: string;
  /** The graph's field that was asked for; `other` where there were several, or none that is known. */
  field?: string;
  /** That it cost. */
  points?: number;
  /** Of what went wrong. */
  code?: string;
  /** Logs an error that no caller can mend; answers with the sentence for the caller. */
  report(error: unknown): string;
}

export function createRequestRecord(log: Log): RequestRecord {
  const id = randomUUID();
  return {
    id,
    report(err) {
      log.error({ requestId: id, err }, 'Request failed');
      return `Something went wrong on our side; the log has it under ${id}.`;
    },
  };
}
