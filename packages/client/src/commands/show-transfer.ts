import type { OnBytes } from '../archives/unpack-archive.ts';
import type { Terminal } from './command.ts';
import { progressLine } from './progress-line.ts';
import { showProgress } from './show-progress.ts';

/** What takes less needs no progress. */
const patienceMs = 2_000;

export interface Transfer {
  onBytes: OnBytes;
  end(): void;
}

/** Shows how much of an archive has come or gone, and how long the rest will take at the rate so far. */
export function showTransfer(out: Terminal, { wait }: { wait: string }): Transfer {
  const progress = showProgress(out);
  const start = performance.now();
  const intervalMs = out.isTTY ? 200 : 5_000;
  let shownAt = start + patienceMs - intervalMs;
  let firstAt: number | undefined;
  const waiting = setTimeout(() => progress.show(wait), patienceMs);
  return {
    onBytes(done, total) {
      clearTimeout(waiting);
      const now = performance.now();
      firstAt ??= now;
      if (now - shownAt < intervalMs) return;
      shownAt = now;
      const share = total > 0 ? done / total : 1;
      const secondsLeft = share > 0 ? ((now - firstAt) / 1000) * (1 / share - 1) : null;
      progress.show(progressLine(share, `${megabytes(done)} of ${megabytes(total)} MB`, secondsLeft));
      if (done === total) progress.show(wait);
    },
    end() {
      clearTimeout(waiting);
      progress.end();
    },
  };
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
