/** Where progress is written; standard error, so that it never mixes with results. */
type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** A terminal shows one line that changes; a log gets a line now and then. */
const logIntervalMs = 10_000;

export interface Progress {
  /** Called while a side makes its data, with the share that is made. */
  prepared(share: number): void;
  /** Called with 0 when both sides are warm, then after each round. */
  round(done: number, rounds: number): void;
  end(): void;
}

/** Progress of one row: what is under way, and the time left, as if rounds to come took as long as those that were. */
export function showProgress(
  label: string,
  terminal: Terminal = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  let begun = now();
  let logged = Number.NEGATIVE_INFINITY;
  const show = (text: string) => {
    if (terminal.isTTY) terminal.write(`\r\x1b[2K${label}: ${text}`);
    else if (now() - logged >= logIntervalMs) {
      terminal.write(`${label}: ${text}\n`);
      logged = now();
    }
  };
  show('starting both sides');
  return {
    prepared(share) {
      show(`starting both sides, ${Math.round(100 * share)} % of the data made`);
    },
    round(done, rounds) {
      if (done === 0) {
        begun = now();
        return;
      }
      const secondsLeft = Math.round((((now() - begun) / done) * (rounds - done)) / 1000);
      show(`round ${done} of ${rounds}, about ${secondsLeft} s left`);
    },
    end() {
      if (terminal.isTTY) terminal.write('\r\x1b[2K');
    },
  };
}
