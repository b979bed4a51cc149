import type { Evaluation } from '@kindred/ml/metrics';
import { useEffect, useState } from 'react';
import type { IntervalsAsked } from './messages.ts';
import type { Predictions } from './read-predictions.ts';
import type { WhatIfState } from './use-what-if.ts';

/** As long nothing else must have been ticked: values go first. */
const patienceMs = 250;

/** The whole evaluation of the members chosen, a second later; without one until then, and where it failed. Another choice ends the work on this one. */
export function useIntervals(
  { experiment, models }: Predictions,
  { opened }: WhatIfState,
  chosen: readonly string[],
): { evaluation?: Evaluation | undefined; failed: boolean } {
  const [failed, setFailed] = useState(false);
  const [found, setFound] = useState<{ key: string; evaluation: Evaluation }>();
  const key = chosen.join();
  useEffect(() => {
    if (!opened || key === '') return;
    const names = key.split(',');
    const { eceBins, confidence } = models[0]!.evaluation;
    const withParent = models.some(({ name, kind }) => kind === 'PARENT' && names.includes(name));
    const asked: IntervalsAsked = {
      files: opened.files.filter(({ name }) => names.includes(name)),
      labels: opened.labels,
      options: { seed: experiment.seed, eceBins, confidence, withParent },
    };
    const worker = new Worker(new URL('./intervals.worker.ts', import.meta.url), { type: 'module' });
    setFailed(false);
    worker.onerror = () => setFailed(true);
    worker.onmessage = ({ data }: MessageEvent<Evaluation>) => setFound({ key, evaluation: data });
    const timer = setTimeout(() => worker.postMessage(asked), patienceMs);
    return () => {
      clearTimeout(timer);
      worker.terminate();
    };
  }, [opened, key, models, experiment.seed]);
  return { evaluation: found?.key === key ? found.evaluation : undefined, failed };
}
