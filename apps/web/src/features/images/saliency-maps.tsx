import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { Picture } from '../neurons/picture.tsx';
import type { ImageMember, ImagePage, SaliencyMap } from './read-image.ts';

interface SaliencyMapsProps {
  page: ImagePage;
  looks: Map<string, ModelLook>;
}

/** The image's map in every model, side by side, each with that of fresh weights below. */
export function SaliencyMaps({ page: { members, index }, looks }: SaliencyMapsProps) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] gap-x-3 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
      {members.map((member) => (
        <li key={member.model.id} className="max-w-96 text-xs">
          <div className="mb-1.5">
            <ModelName model={member.model} look={looks.get(member.model.id)!} />
          </div>
          <Picture
            visualization={member.map}
            alt={`Saliency map of image ${index} in ${displayName(member.model)}`}
            className="w-full"
          />
          <Caption {...member} index={index} />
        </li>
      ))}
    </ul>
  );
}

function Caption({ model, map, index }: ImageMember & { index: number }) {
  if (map?.error) return <p className="wrap-anywhere mt-1.5 text-accent">{map.error}</p>;
  if (!map?.result) return null;
  return (
    <>
      <p className="mt-1.5 text-quiet">{scoreWords(map.result)}</p>
      <div className="mt-1.5 flex items-end gap-2">
        <Picture
          visualization={{ status: map.status, image: map.randomizedImage }}
          alt={`The same of ${displayName(model)} with fresh weights, image ${index}`}
          className="w-1/3 shrink-0"
        />
        <p className="text-quiet">
          with fresh weights
          <br />
          <SanityWords sanity={map.result.sanity} />
        </p>
      </div>
    </>
  );
}

function scoreWords({ class: chosen, predicted }: NonNullable<SaliencyMap['result']>): string {
  return chosen === predicted ? `class ${chosen}, as predicted` : `class ${chosen}; predicted ${predicted}`;
}

function SanityWords({ sanity }: Pick<NonNullable<SaliencyMap['result']>, 'sanity'>) {
  if (!sanity) return 'a map is the same everywhere';
  return <abbr title={sanity.definition}>ρ {sanity.value.toFixed(2)}</abbr>;
}
