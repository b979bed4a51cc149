import {
  EnsembleDocument,
  type EnsembleQuery,
  KindredError,
  RequestEvaluationDocument,
} from '@kindred/client';
import { useCallback, useEffect, useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import type { Predictions } from './read-predictions.ts';

/** Between two looks while a job measures. */
const patienceMs = 1_500;

/** What the graph has of the members chosen, and a way to ask for it. */
export function useMeasured({ models }: Predictions, chosen: string[]) {
  const [found, setFound] = useState<{ key: string; ensemble: EnsembleQuery['ensemble'] }>();
  const [refusal, setRefusal] = useState<string>();
  const [looks, setLooks] = useState(0);
  const key = models.flatMap(({ id, name }) => (chosen.includes(name) ? id : [])).join();
  const { eceBins, confidence } = models[0]!.evaluation;

  const refuse = useCallback((error: unknown) => {
    if (!(error instanceof KindredError)) throw error;
    setFound(undefined);
    setRefusal(error.message);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` counts how often it is looked anew.
  useEffect(() => {
    setRefusal(undefined);
    if (key === '') return setFound(undefined);
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const variables = { members: key.split(','), eceBins, confidence };
    browserApi.request(EnsembleDocument, variables, { signal: stop.signal }).then(
      ({ ensemble }) => {
        setFound({ key, ensemble });
        const status = ensemble.job?.status;
        if (status === 'QUEUED' || status === 'RUNNING')
          timer = setTimeout(() => setLooks((count) => count + 1), patienceMs);
      },
      (error) => {
        if (!stop.signal.aborted) refuse(error);
      },
    );
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [key, eceBins, confidence, looks, refuse]);

  const request = () => {
    const input = {
      models: key.split(','),
      averaging: 'mean-softmax',
      klPairs: 'ordered',
      eceBins,
      confidence,
    };
    browserApi
      .request(RequestEvaluationDocument, { input })
      .then(() => setLooks((count) => count + 1), refuse);
  };
  return { found: found?.key === key ? found.ensemble : undefined, refusal, request };
}
