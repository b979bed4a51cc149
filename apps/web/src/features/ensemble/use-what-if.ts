import type { WhatIfValues } from '@kindred/ml/metrics';
import { useEffect, useRef, useState } from 'react';
import type { Asked, Measured, PredictionFile, Told } from './messages.ts';
import { readFiles } from './read-files.ts';
import type { Predictions } from './read-predictions.ts';

/** More isn't fetched: measuring takes ten times as much, and a tab would be short of memory. */
const mostBytes = 100e6;

type Opened = Extract<Told, { kind: 'opened' }> & { files: PredictionFile[] };

export interface WhatIfState {
  /** Missing while it is read. */
  opened?: Opened;
  /** Why nothing can be measured here. */
  refusal?: string;
  /** Of the members chosen, or for a moment of those before them; missing until any are measured. */
  measured?: Measured;
  /** Of the others without a model, by its name. */
  without: Readonly<Record<string, WhatIfValues>>;
}

/** Measures the chosen members in a worker of its own, from predictions that are fetched once. */
export function useWhatIf({ models, bytes }: Predictions, chosen: string[]): WhatIfState {
  const [opened, setOpened] = useState<Opened>();
  const [refusal, setRefusal] = useState<string>();
  const [measured, setMeasured] = useState<Measured>();
  const [without, setWithout] = useState<{ key: string; values: Record<string, WhatIfValues> }>();
  const worker = useRef<Worker>(undefined);
  const key = chosen.join();

  useEffect(() => {
    if (bytes > mostBytes) {
      const size = `${Math.round(bytes / 1e6)} MB`;
      setRefusal(
        `The predictions of this family are ${size}, more than the ${mostBytes / 1e6} MB that are read here.`,
      );
      return;
    }
    if (models.length === 0) return;
    const stop = new AbortController();
    const started = new Worker(new URL('./what-if.worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    let files: PredictionFile[] = [];
    started.onerror = () => setRefusal('What measures here could not be started: load the page anew.');
    started.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'opened') setOpened({ ...data, files });
      if (data.kind === 'refused') setRefusal(data.reason);
      if (data.kind === 'measured') setMeasured(data);
      if (data.kind === 'without') {
        const of = data.chosen.join();
        setWithout((before) => ({
          key: of,
          values: { ...(before?.key === of && before.values), [data.model]: data.values },
        }));
      }
    };
    readFiles(models, stop.signal).then(
      (read) => {
        files = read;
        ask(started, { kind: 'open', files, bins: models[0]!.evaluation.eceBins });
      },
      (error) => {
        if (!stop.signal.aborted) setRefusal(`The predictions can’t be fetched: ${error.message}`);
      },
    );
    return () => {
      stop.abort();
      started.terminate();
      setOpened(undefined);
    };
  }, [models, bytes]);

  useEffect(() => {
    if (opened && key !== '') ask(worker.current!, { kind: 'measure', chosen: key.split(',') });
  }, [opened, key]);

  return {
    ...(opened && { opened }),
    ...(refusal && { refusal }),
    ...(measured && key !== '' && { measured }),
    without: without?.key === key ? without.values : {},
  };
}

const ask = (worker: Worker, asked: Asked) => worker.postMessage(asked);
