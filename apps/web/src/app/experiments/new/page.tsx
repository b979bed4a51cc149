import { ExperimentForm } from '../../../features/new-experiment/experiment-form.tsx';
import { readStart } from '../../../features/new-experiment/read-start.ts';
import { orRefusal } from '../../../features/refusals/or-refusal.tsx';

interface NewExperimentPageProps {
  searchParams: Promise<{ like?: string | string[] }>;
}

export default async function NewExperimentPage({ searchParams }: NewExperimentPageProps) {
  const like = [(await searchParams).like].flat()[0];
  return orRefusal(async () => {
    const { start, catalogue, mayStart } = await readStart(like);
    return (
      <>
        <title>New experiment · Kindred</title>
        <h1 className="mb-6 font-semibold text-2xl tracking-tight">New experiment</h1>
        {!mayStart && (
          <p className="mb-6 max-w-prose text-quiet text-sm">
            You are a viewer here. Put one together and send its address to an editor, who can start it.
          </p>
        )}
        <ExperimentForm key={like} start={start} catalogue={catalogue} mayStart={mayStart} />
      </>
    );
  });
}
