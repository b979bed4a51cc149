import type { ModelLook } from '../models/family.ts';
import { FoundImages } from './found-images.tsx';
import type { TopImagesMember } from './read-top-images.ts';
import { RequestTopImages } from './request-top-images.tsx';

interface TopImagesProps {
  experiment: string;
  layer: string;
  members: TopImagesMember[];
  looks: Map<string, ModelLook>;
}

/** A row of test images for each member of a family, and a button for those that have none yet. */
export function TopImages({ experiment, layer, members, looks }: TopImagesProps) {
  const found = members.filter(({ topImages }) => topImages);
  const ofParent = members.find(({ model }) => model.kind === 'PARENT')?.topImages ?? null;
  return (
    <>
      <ul className="grid grid-cols-1 gap-x-10 gap-y-6 2xl:grid-cols-2">
        {found.map(({ model, topImages }) => (
          <li key={model.id} className="min-w-0 text-xs">
            <FoundImages
              experiment={experiment}
              model={model}
              look={looks.get(model.id)!}
              topImages={topImages!}
              ofParent={model.kind === 'PARENT' ? null : ofParent}
            />
          </li>
        ))}
      </ul>
      {found[0] && (
        <p className="mt-3 max-w-3xl text-quiet text-xs">
          Of {found[0].topImages!.images.toLocaleString('en')} test images, the strongest first; the frame is
          what the layer’s cell with the largest activation stands for, ● an image that is among the parent’s
          too. {found[0].topImages!.definition}.
        </p>
      )}
      {found.length < members.length && <RequestTopImages experiment={experiment} layer={layer} />}
    </>
  );
}
