import type { ExperimentStatus } from '@kindred/client';

const signs: Record<ExperimentStatus, string> = {
  QUEUED: '○',
  RUNNING: '◔',
  DONE: '●',
  FAILED: '✕',
  CANCELLED: '–',
};

export function Status({ status }: { status: ExperimentStatus }) {
  return (
    <span className={`whitespace-nowrap ${status === 'FAILED' ? 'text-accent' : ''}`}>
      <span aria-hidden="true">{signs[status]}</span> {status.toLowerCase()}
    </span>
  );
}

export function isUnderWay(status: ExperimentStatus): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}
