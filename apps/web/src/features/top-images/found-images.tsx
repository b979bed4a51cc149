import type { ModelIdentityFragment, TopImagesFieldsFragment } from '@kindred/client';
import { percent } from '../../ui/numbers.ts';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { TopImage } from './top-image.tsx';

interface FoundImagesProps {
  experiment: string;
  model: ModelIdentityFragment;
  look: ModelLook;
  topImages: TopImagesFieldsFragment;
  /** Null for the parent itself, and where nobody knows them. */
  ofParent: TopImagesFieldsFragment | null;
}

/** What excites one model's neuron, or that nothing does. */
export function FoundImages({ experiment, model, look, topImages, ofParent }: FoundImagesProps) {
  const { top, activeShare, images } = topImages;
  const isDead = activeShare === 0;
  const parents = new Set(ofParent?.activeShare ? ofParent.top.map(({ imageIndex }) => imageIndex) : []);
  const shared = top.filter(({ imageIndex }) => parents.has(imageIndex)).length;
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-4">
        <ModelName model={model} look={look} />
        <span className="text-quiet">
          {isDead ? 'never active' : `active on ${percent(activeShare, 1)} % of the images`}
          {!isDead && parents.size > 0 && `; ${shared} of ${top.length} as the parent’s`}
        </span>
      </div>
      {isDead ? (
        <p className="text-quiet">
          Silent on all {images.toLocaleString('en')} test images: none excites it.
        </p>
      ) : (
        <ol
          aria-label={`Top images of ${displayName(model)}`}
          className="grid max-w-3xl grid-cols-5 gap-2 sm:grid-cols-9"
        >
          {top.map((image) => (
            <li key={image.imageIndex}>
              <TopImage
                experiment={experiment}
                image={image}
                map={topImages}
                isShared={parents.has(image.imageIndex)}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
