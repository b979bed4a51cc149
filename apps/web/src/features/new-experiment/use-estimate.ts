'use client';

import { EstimateExperimentDocument, type EstimateExperimentQuery, KindredError } from '@kindred/client';
import type { Problem } from '@kindred/client/experiment-text';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import type { Draft } from './draft.ts';
import { refusedFields } from './refused-fields.ts';

export interface Asked {
  estimate?: EstimateExperimentQuery['estimate'];
  /** What the API refuses of the draft. */
  problems: Problem[];
}

/** A pause in changes after which the API is asked. */
const pauseMs = 400;

/** What the draft would cost, by the API, which is asked again after each change that leaves no problem. */
export function useEstimate({ values, problems }: Draft): Asked & { asking: boolean } {
  const [asked, setAsked] = useState<Asked & { of?: unknown }>({ problems: [] });
  const sound = problems.length === 0;
  useEffect(() => {
    if (!sound) return;
    const leave = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(values, leave.signal);
      if (!leave.signal.aborted) setAsked({ ...answer, of: values });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [values, sound]);
  const current = asked.of === values;
  return {
    estimate: asked.estimate,
    problems: current && sound ? asked.problems : [],
    asking: sound && !current,
  };
}

async function ask(values: unknown, signal: AbortSignal): Promise<Asked> {
  try {
    const experiment = values as never;
    const { estimate } = await browserApi.request(EstimateExperimentDocument, { experiment }, { signal });
    return { estimate, problems: [] };
  } catch (error) {
    if (!(error instanceof KindredError)) return { problems: [] };
    return { problems: refusedFields(error.message, values) };
  }
}
