/** Where progress is written; standard error, so that it never mixes with results. */
type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** A terminal shows one line that changes; a log gets a line now and then. */
const logIntervalMs = 10_000;

export interface Progress {
  round(done: number, rounds: number): void;
  end(): void;
}

/** Progress of one row: what is under way, and the time left. */
export function showProgress(
  label: string,
  terminal: Terminal = process.stderr,
  now = () => performance.now(),
): Progress {
  let begun = now();
  let written = Number.NEGATIVE_INFINITY;
  const show = (text: string) => {
    if (terminal.isTTY) terminal.write(`\r\x1b[2K${label}: ${text}`);
    else if (now() - written >= logIntervalMs) {
      terminal.write(`${label}: ${text}\n`);
      written = now();
    }
  };
  return {
    round(done, rounds) {
      if (done === 0) begun = now();
      show(done === 0 ? 'starting' : `round ${done} of ${rounds}, ${timeLeft(begun, now(), done, rounds)}`);
    },
    end() {
      if (terminal.isTTY) terminal.write('\r\x1b[2K');
    },
  };
}

/** As if the rounds to come take as long as those that were; the start counts with them, which only the first rounds tell. */
function timeLeft(begun: number, now: number, done: number, rounds: number): string {
  const seconds = Math.round((((now - begun) / done) * (rounds - done)) / 1000);
  return `about ${seconds} s left`;
}
