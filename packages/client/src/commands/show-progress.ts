import { createLogUpdate } from 'log-update';
import type { Terminal } from './command.ts';

export interface Progress {
  /** Says how far it is, when that is news. */
  show(line: string): void;
  end(): void;
}

/** On a terminal one line that changes, elsewhere a line a change. */
export function showProgress(out: Terminal): Progress {
  if (out.isTTY) {
    const update = createLogUpdate(out as NodeJS.WriteStream);
    return { show: (line) => update(line), end: () => update.done() };
  }
  let last = '';
  return {
    show(line) {
      if (line !== last) out.write(`${line}\n`);
      last = line;
    },
    end() {},
  };
}
