import type { KindredClient } from '../client.ts';
import { ExperimentStandingDocument, type ExperimentStandingQuery } from '../generated/graphql.ts';
import { pause } from '../pause.ts';
import type { Terminal } from './command.ts';
import { progressLine } from './progress-line.ts';
import { showProgress } from './show-progress.ts';

export type Standing = NonNullable<ExperimentStandingQuery['experiment']>;

const intervalMs = 1_000;

/**
 * Shows how far an experiment has come until it ends. It asks again and again, since a restart of the API ends subscriptions and
 * not this.
 */
export async function followExperiment(client: KindredClient, id: string, out: Terminal): Promise<Standing> {
  const progress = showProgress(out);
  try {
    for (;;) {
      const { experiment } = await client.request(ExperimentStandingDocument, { id });
      progress.show(out.isTTY ? liveLine(experiment!) : doneLine(experiment!));
      if (experiment!.status !== 'QUEUED' && experiment!.status !== 'RUNNING') return experiment!;
      await pause(intervalMs, undefined);
    }
  } finally {
    progress.end();
  }
}

/** `██████░░░░░░░░░░░░░░░░░░  25 %  9 of 23 jobs done · 4 min 10 s left` */
function liveLine(standing: Standing): string {
  const { share, secondsLeft } = standing.progress;
  return progressLine(share, doneLine(standing), secondsLeft);
}

function doneLine({ missingLabels, progress: { done, total, unit } }: Standing): string {
  const waits = missingLabels.length > 0 ? ` · waits for a worker with ${missingLabels.join(', ')}` : '';
  return `${done} of ${total} ${unit} done${waits}`;
}
