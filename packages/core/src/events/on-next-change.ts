import type { ExperimentListener } from './listen-to-experiments.ts';

/** Calls back at the experiment's next change, once. Answers with what gives up waiting for it. */
export function onNextChange(
  events: ExperimentListener,
  experimentId: string,
  changed: () => void,
): () => void {
  const changes = events.subscribe(experimentId);
  const leave = () => void changes.return?.();
  void changes.next().then(({ done }) => {
    if (done) return;
    leave();
    changed();
  });
  return leave;
}
