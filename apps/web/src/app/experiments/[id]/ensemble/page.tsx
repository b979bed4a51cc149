import { chosenMembers } from '../../../../features/ensemble/chosen-members.ts';
import { readPredictions } from '../../../../features/ensemble/read-predictions.ts';
import { WhatIf } from '../../../../features/ensemble/what-if.tsx';
import { PageHead } from '../../../../features/models/page-head.tsx';
import { orRefusal } from '../../../../features/refusals/or-refusal.tsx';

interface EnsemblePageProps {
  params: Promise<{ id: string }>;
  /** Names of the members ticked, and what that was saved as. */
  searchParams: Promise<{ members?: string | string[]; saved?: string }>;
}

/** What if these were an ensemble? */
export default async function EnsemblePage({ params, searchParams }: EnsemblePageProps) {
  const { id } = await params;
  const { members, saved } = await searchParams;
  return orRefusal(async () => {
    const predictions = await readPredictions(decodeURIComponent(id));
    const { experiment, models } = predictions;
    const more = experiment.models.totalCount - experiment.models.nodes.length;
    // Refused here, where the address can be told.
    chosenMembers(predictions, [members].flat()[0]);
    return (
      <div className="space-y-10">
        <title>{`Ensembles · ${experiment.name} · Kindred`}</title>
        <header className="border-rule border-t pt-6">
          <PageHead family={experiment} asked={predictions.asked} saved={saved} />
          <h1 className="font-semibold text-xl tracking-tight sm:text-2xl">
            What if these were an ensemble?
          </h1>
          <p className="mt-2 max-w-prose text-quiet text-sm">
            The mean of their softmax outputs on{' '}
            {models[0] ? `${models[0].evaluation.images.toLocaleString('en')} test images` : 'test images'} of{' '}
            {experiment.dataset.name}, from predictions that are stored: no network runs.
            {more > 0 && ` The first ${experiment.models.nodes.length} models are here, and ${more} are not.`}
          </p>
        </header>
        {models.length > 0 ? (
          <WhatIf predictions={predictions} />
        ) : (
          <p className="text-sm">No model of this family is measured yet.</p>
        )}
      </div>
    );
  });
}
