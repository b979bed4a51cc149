import { NeuronWays } from '../../../../../features/divergence/neuron-ways.tsx';
import { readNeuronDivergence } from '../../../../../features/divergence/read-divergence.ts';
import { FollowExperiment } from '../../../../../features/experiments/follow-experiment.tsx';
import { Matches } from '../../../../../features/matches/matches.tsx';
import { readMatches } from '../../../../../features/matches/read-matches.ts';
import { familyLooks } from '../../../../../features/models/family.ts';
import { type NeuronView, neuronAddress } from '../../../../../features/neurons/address.ts';
import { DistanceNote } from '../../../../../features/neurons/distance-note.tsx';
import { DistanceTable } from '../../../../../features/neurons/distance-table.tsx';
import { HashTable } from '../../../../../features/neurons/hash-table.tsx';
import { NeuronHeader } from '../../../../../features/neurons/neuron-header.tsx';
import { readNeuron } from '../../../../../features/neurons/read-neuron.ts';
import { readSimilar } from '../../../../../features/neurons/read-similar.ts';
import { recipeFor } from '../../../../../features/neurons/recipe-for.ts';
import { RecipeTable } from '../../../../../features/neurons/recipe-table.tsx';
import { ReferenceLinks } from '../../../../../features/neurons/reference-links.tsx';
import { SimilarNeurons } from '../../../../../features/neurons/similar-neurons.tsx';
import { Notes } from '../../../../../features/notes/notes.tsx';
import { readNeuronNotes } from '../../../../../features/notes/read-notes.ts';
import { orRefusal } from '../../../../../features/refusals/or-refusal.tsx';
import { readTopImages } from '../../../../../features/top-images/read-top-images.ts';
import { TopImages } from '../../../../../features/top-images/top-images.tsx';
import { Viewer } from '../../../../../features/viewer/viewer.tsx';
import { chosenView } from '../../../../../features/viewer/views.ts';
import { Section } from '../../../../../ui/section.tsx';

interface NeuronPageProps {
  params: Promise<{ id: string; ref: string }>;
  searchParams: Promise<NeuronView & { notes?: string; saved?: string }>;
}

export default async function NeuronPage({ params, searchParams }: NeuronPageProps) {
  const { id, ref } = await params;
  const { notes: after, saved, ...view } = await searchParams;
  return orRefusal(async () => {
    const at = decodeURIComponent(ref);
    const page = await readNeuron(decodeURIComponent(id), at, view.against);
    const { family, members } = page;
    const chosen = chosenView(family.models.nodes, view);
    const parent = members.find(({ model }) => model.kind === 'PARENT')!;
    const recipe = recipeFor(page);
    const [matches, similar, ways, notes, topImages] = await Promise.all([
      readMatches(family.id, family.models.nodes, at),
      readSimilar(parent.model.id, at),
      readNeuronDivergence(family.models.nodes, at, recipe),
      readNeuronNotes(parent.model.id, at, after),
      readTopImages(family.models.nodes, { experiment: family.id, at }),
    ]);
    const looks = familyLooks(family.models.nodes);
    const onTheWay = ways.flatMap(({ points }) => points.map(({ neuron }) => neuron));
    const waiting = [...members, ...onTheWay].some(({ visualization }) => visualization?.status === 'QUEUED');
    return (
      <div className="space-y-10">
        <title>{`${at} · ${family.name} · Kindred`}</title>
        {waiting && <FollowExperiment id={family.id} />}
        <NeuronHeader
          page={{ ...page, asked: [...page.asked, topImages.asked] }}
          at={at}
          view={view}
          saved={saved}
        />
        <Viewer page={page} at={at} view={view} chosen={chosen} recipe={recipe} />
        <Section title="Distances" aside="unequal bits of 64, of 42 for C">
          <DistanceTable members={members} looks={looks} />
          <DistanceNote distances={members.flatMap(({ toParent, toSibling }) => [toParent, toSibling])} />
        </Section>
        <Section title="Top images" aside="the test images that excite it most">
          <TopImages
            experiment={family.id}
            layer={page.layer.name}
            members={topImages.members}
            looks={looks}
          />
        </Section>
        <Section title="Moved or changed" aside="by correlation on test images">
          <Matches experiment={family.id} layer={page.layer.name} matches={matches} looks={looks} />
        </Section>
        {ways.length > 0 && (
          <Section title="On the way" aside="at checkpoints of the tuning; unequal bits of all five hashes">
            <NeuronWays experiment={family.id} at={at} ways={ways} looks={looks} recipe={recipe} />
          </Section>
        )}
        <Section title="Hash maps" aside={<ReferenceLinks family={family} at={at} view={view} />}>
          <HashTable members={members} looks={looks} />
        </Section>
        <Section
          title="Similar neurons"
          aside="nearest to the parent’s picture in every experiment, by the perceptual hash"
        >
          <SimilarNeurons similar={similar} />
        </Section>
        <Section title="Recipes">
          <RecipeTable members={members} looks={looks} />
        </Section>
        <Notes
          experiment={family.id}
          about={`${parent.model.id}/${at}`}
          notes={notes}
          olderAt={(cursor) => `${neuronAddress(family.id, at)}?${new URLSearchParams({ notes: cursor })}`}
        />
      </div>
    );
  });
}
