import { CorrelationMatrix } from '../../../../../features/matches/correlation-matrix.tsx';
import { MovedNeurons } from '../../../../../features/matches/moved-neurons.tsx';
import { readLayerPage } from '../../../../../features/matches/read-layer-page.ts';
import { RequestMatches } from '../../../../../features/matches/request-matches.tsx';
import { displayName } from '../../../../../features/models/family.ts';
import { PageHead } from '../../../../../features/models/page-head.tsx';
import { orRefusal } from '../../../../../features/refusals/or-refusal.tsx';
import { Section } from '../../../../../ui/section.tsx';

interface LayerPageProps {
  params: Promise<{ id: string; layer: string }>;
  searchParams: Promise<{ model?: string; other?: string; saved?: string }>;
}

/** All neurons of a layer in two models of a family: who does the same as whom. */
export default async function LayerPage({ params, searchParams }: LayerPageProps) {
  const { id, layer: encoded } = await params;
  const { saved, ...names } = await searchParams;
  return orRefusal(async () => {
    const layer = decodeURIComponent(encoded);
    const { family, model, other, match, asked } = await readLayerPage(decodeURIComponent(id), layer, names);
    const [first, second] = [displayName(model), displayName(other)];
    return (
      <div className="space-y-10">
        <title>{`${layer} in ${first} and ${second} · ${family.name} · Kindred`}</title>
        <header className="border-rule border-t pt-6">
          <PageHead family={family} asked={asked} saved={saved} />
          <h1 className="font-semibold text-xl tracking-tight sm:text-2xl">
            <span className="font-mono">{layer}</span> in {first} and {second}
          </h1>
          {match && (
            <p className="mt-2 text-sm">
              Of {match.channels} neurons of {first}, {match.same} are at the same index in {second},{' '}
              {match.moved} moved, {match.new} are new, {match.silent} silent.
            </p>
          )}
        </header>
        {match ? (
          <>
            <Section
              title="Correlations"
              aside={`Pearson’s r on ${match.images.toLocaleString('en')} test images`}
            >
              <CorrelationMatrix correlations={match.correlations} rows={first} columns={second} />
            </Section>
            <Section title="Moved" aside={match.definition}>
              <MovedNeurons
                experiment={family.id}
                layer={layer}
                matches={match.matches}
                against={other.name}
              />
            </Section>
          </>
        ) : (
          <RequestMatches experiment={family.id} layer={layer} pairs={[[model.id, other.id]]} />
        )}
      </div>
    );
  });
}
