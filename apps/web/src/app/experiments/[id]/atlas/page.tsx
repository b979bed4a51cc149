import { AtlasControls } from '../../../../features/atlas/atlas-controls.tsx';
import { pairWords } from '../../../../features/atlas/atlas-pairs.ts';
import { atlasAddress, readAtlasView, shows, sizes } from '../../../../features/atlas/atlas-view.ts';
import { LayerPictures } from '../../../../features/atlas/layer-pictures.tsx';
import { type LayerAtlas, readLayerAtlas } from '../../../../features/atlas/read-layer-atlas.ts';
import { FollowExperiment } from '../../../../features/experiments/follow-experiment.tsx';
import { isUnderWay } from '../../../../features/experiments/status.tsx';
import { RequestMatches } from '../../../../features/matches/request-matches.tsx';
import { displayName, familyLooks } from '../../../../features/models/family.ts';
import { PageHead } from '../../../../features/models/page-head.tsx';
import type { HashName } from '../../../../features/neurons/hashes.ts';
import { orRefusal } from '../../../../features/refusals/or-refusal.tsx';
import { count, plural } from '../../../../ui/numbers.ts';

interface AtlasPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** All pictured neurons of a layer. */
export default async function AtlasPage({ params, searchParams }: AtlasPageProps) {
  const { id } = await params;
  const query = await searchParams;
  const asked = readAtlasView(query);
  return orRefusal(async () => {
    const atlas = await readLayerAtlas(decodeURIComponent(id), asked);
    const { family, layers, layer, pairs, pair, question, channels, rows } = atlas;
    const models = family.models.nodes;
    const view = { ...asked, layer, pair: asked.pair || (Object.keys(pairs)[0] ?? '') };
    return (
      <div>
        <title>{`Atlas of ${layer} · ${family.name} · Kindred`}</title>
        {isUnderWay(family.status) && <FollowExperiment id={family.id} />}
        <header className="border-rule border-t pt-6 pb-5">
          <PageHead family={family} asked={atlas.asked} saved={query.saved} />
          <h1 className="font-semibold text-xl tracking-tight sm:text-2xl">
            Atlas of <span className="font-mono">{layer}</span>
          </h1>
          <p className="mt-2 text-quiet text-xs">{shownWords(atlas, view.show)}</p>
        </header>
        <AtlasControls
          experiment={family.id}
          view={view}
          layers={layers}
          models={models.map((model) => ({ value: model.name, words: displayName(model) }))}
          pairs={Object.entries(pairs).map(([value, one]) => ({ value, words: pairWords(one) }))}
        />
        {channels.length > 0 ? (
          <LayerPictures
            key={atlasAddress(family.id, view)}
            experiment={family.id}
            layer={layer}
            models={models.filter((model) => question.models.includes(model.id))}
            looks={familyLooks(models)}
            pair={pair}
            hash={view.hash as HashName}
            size={sizes[view.size]!.pixels}
            question={question}
            channels={channels}
            first={rows}
          />
        ) : (
          <Empty atlas={atlas} show={view.show} />
        )}
      </div>
    );
  });
}

function shownWords({ channels, pictured, pair, matches }: LayerAtlas, show: string): string {
  if (!shows[show]!.kind || !pair) return `${plural(pictured, 'neuron')} with pictures`;
  if (!matches) return `it isn’t known yet which of its ${plural(pictured, 'neuron')} are ${show}`;
  return `${count(channels.length)} of ${plural(pictured, 'neuron')} are ${show}: ${pairWords(pair)}, on ${count(matches.images)} test images. ${matches.definition}`;
}

/** Why there is nothing to show, and what to do. */
function Empty({
  atlas: { family, layer, pair, pictured, matches },
  show,
}: {
  atlas: LayerAtlas;
  show: string;
}) {
  if (pictured === 0)
    return <p className="text-quiet text-sm">No neuron of this family has a picture yet.</p>;
  if (matches || !pair)
    return (
      <p className="text-quiet text-sm">
        No neuron of {layer} is {show} here.
      </p>
    );
  return <RequestMatches experiment={family.id} layer={layer} pairs={[[pair.first.id, pair.second.id]]} />;
}
