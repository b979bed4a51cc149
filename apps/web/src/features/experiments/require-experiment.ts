import { ExperimentExistsDocument, KindredError } from '@kindred/client';
import { notFound } from 'next/navigation';
import { api } from '../../api.ts';

/** Leads to not-found.tsx where no experiment has this id, or nothing can. Throws what else the API refuses. */
export async function requireExperiment(id: string): Promise<void> {
  try {
    await api.request(ExperimentExistsDocument, { id });
  } catch (error) {
    if (error instanceof KindredError && ['NOT_FOUND', 'BAD_INPUT'].includes(error.code)) notFound();
    throw error;
  }
}
