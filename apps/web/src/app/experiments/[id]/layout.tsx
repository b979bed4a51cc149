import type { ReactNode } from 'react';
import { requireExperiment } from '../../../features/experiments/require-experiment.ts';
import { orRefusal } from '../../../features/refusals/or-refusal.tsx';

interface ExperimentLayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Looks first whether the experiment is there: once its page is streamed, the answer can't become 404. */
export default async function ExperimentLayout({ params, children }: ExperimentLayoutProps) {
  const { id } = await params;
  return orRefusal(async () => {
    await requireExperiment(decodeURIComponent(id));
    return children;
  });
}
