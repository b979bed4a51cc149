import { displayName, familyLooks } from '../models/family.ts';
import { type NeuronView, neuronAddress } from '../neurons/address.ts';
import { NeuronPictures } from '../neurons/neuron-pictures.tsx';
import type { NeuronPage } from '../neurons/read-neuron.ts';
import type { RecipeChoice } from '../neurons/recipe-for.ts';
import { ViewLinks } from '../neurons/view-links.tsx';
import { keptSteps } from './steps.ts';
import { StepsTogether } from './steps-together.tsx';
import { TwoPictures } from './two-pictures.tsx';
import { type ChosenView, views } from './views.ts';
import { ZoomTogether } from './zoom-together.tsx';

interface ViewerProps {
  page: NeuronPage;
  at: string;
  view: NeuronView;
  chosen: ChosenView;
  recipe: RecipeChoice;
}

/** A neuron's pictures: those of all models side by side, or two of them laid over each other. */
export function Viewer({
  page: { family, members },
  at,
  view,
  chosen: { shown, two, step },
  recipe,
}: ViewerProps) {
  const models = family.models.nodes;
  const looks = familyLooks(models);
  const addressOf = (changed: NeuronView) => neuronAddress(family.id, at, { ...view, ...changed });
  const memberOf = (id: string) => members.find(({ model }) => model.id === id)!;
  const linksTo = (name: 'a' | 'b', of: string) =>
    models.map((model) => ({
      words: displayName(model),
      chosen: model.id === of,
      address: addressOf({ [name]: model.name }),
    }));
  return (
    <section aria-label="Pictures">
      <div className="mb-3 space-y-2 text-quiet text-xs" data-not-in-site>
        <ViewLinks
          label="View"
          words="view"
          choices={Object.entries(views).map(([name, words]) => ({
            words,
            chosen: name === shown,
            address: addressOf({ view: name === 'side' ? undefined : name }),
          }))}
        />
        {shown !== 'side' && (
          <>
            <ViewLinks label="First" words="first" choices={linksTo('a', two[0].id)} />
            <ViewLinks label="Second" words="second" choices={linksTo('b', two[1].id)} />
          </>
        )}
      </div>
      <StepsTogether steps={keptSteps(members, step)} chosen={step}>
        {shown === 'side' ? (
          <ZoomTogether>
            <NeuronPictures at={at} members={members} looks={looks} recipe={recipe} />
          </ZoomTogether>
        ) : (
          <TwoPictures at={at} two={[memberOf(two[0].id), memberOf(two[1].id)]} looks={looks} shown={shown} />
        )}
      </StepsTogether>
    </section>
  );
}
