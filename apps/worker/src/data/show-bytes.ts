import { createLogUpdate } from 'log-update';
import { progressBar, timeLeft } from '../run-experiment/progress-bar.ts';

interface Display {
  show(file: string, done: number, total: number | undefined): void;
  end(): void;
}

/** Shows how far a file has come: on a terminal a bar, elsewhere a line at its start. */
export function showBytes(out: NodeJS.WriteStream): Display {
  const update = createLogUpdate(out);
  let current: { file: string; startedAt: Date; from: number } | undefined;
  return {
    show(file, done, total) {
      if (current?.file !== file) {
        current = { file, startedAt: new Date(), from: done };
        if (!out.isTTY) out.write(`${file}: ${megabytes(total ?? 0)} MB\n`);
      }
      if (out.isTTY) update(line(current, done, total));
    },
    end: () => update.done(),
  };
}

function line(
  { file, startedAt, from }: { file: string; startedAt: Date; from: number },
  done: number,
  total: number | undefined,
): string {
  if (total === undefined) return `  ${file}  ${megabytes(done)} MB`;
  // What an earlier call fetched says nothing about how fast this one is.
  const share = total > from ? (done - from) / (total - from) : 1;
  const left = timeLeft(startedAt, share, new Date());
  return `  ${file} ${progressBar(done / total)}  ${megabytes(done)} of ${megabytes(total)} MB  ${left}`;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
