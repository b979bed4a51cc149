import Link from 'next/link';
import { displayName } from '../models/family.ts';
import { gridPresets, type ImageView, imageAddress, methods } from './image-view.ts';
import type { ImagePage } from './read-image.ts';
import { targetsOf } from './targets-of.ts';

/** Chooses how the maps are taken; the choice is part of the address. */
export function SaliencyLinks({ page }: { page: ImagePage }) {
  return (
    <div className="mb-5 space-y-2 text-quiet text-xs">
      <Choices page={page} label="Method" name="method" choices={Object.entries(methods)} />
      <Choices page={page} label="Score of" name="target" choices={targetsOf(page).map(wordsOf)} />
    </div>
  );
}

/** Chooses the layer, and how its grids are made. */
export function GridLinks({ page }: { page: ImagePage }) {
  const layers = page.layers.map((layer): [string, string] => [layer, layer]);
  return (
    <div className="mb-5 space-y-2 text-quiet text-xs">
      <Choices page={page} label="Layer" name="layer" choices={layers} />
      <Choices page={page} label="Made" name="grid" choices={Object.entries(gridPresets)} />
    </div>
  );
}

/** Chooses the model that the others are compared with. */
export function ReferenceLinks({ page }: { page: ImagePage }) {
  const choices = page.family.models.nodes.map((model): [string, string] => [model.name, displayName(model)]);
  return <Choices page={page} label="Compare with" name="against" choices={choices} />;
}

function wordsOf(target: string): [string, string] {
  if (target === 'predicted') return [target, 'the class predicted'];
  return [target, target === 'label' ? 'the image’s class' : target];
}

interface ChoicesProps {
  page: ImagePage;
  label: string;
  name: keyof ImageView;
  choices: [value: string, words: string][];
}

function Choices({ page: { family, index, view, layer }, label, name, choices }: ChoicesProps) {
  const chosen = { ...view, layer }[name];
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1">
      <span>{label.toLowerCase()}</span>
      {choices.map(([value, words]) => (
        <Link
          key={value}
          href={imageAddress(family.id, index, { ...view, [name]: value })}
          scroll={false}
          prefetch={false}
          aria-current={value === chosen ? 'true' : undefined}
          className="aria-[current]:text-ink aria-[current]:underline aria-[current]:underline-offset-4"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
