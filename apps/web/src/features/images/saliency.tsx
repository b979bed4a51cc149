import type { ModelLook } from '../models/family.ts';
import type { ImagePage } from './read-image.ts';
import { RequestSaliency } from './request-saliency.tsx';
import { SaliencyMaps } from './saliency-maps.tsx';
import { SaliencyLinks } from './view-links.tsx';

/** How the maps are taken, a button for those that are missing or failed, and the maps. */
export function Saliency({ page, looks }: { page: ImagePage; looks: Map<string, ModelLook> }) {
  const { family, index, view, members } = page;
  const missing = members.filter(({ map }) => !map || map.status === 'FAILED');
  const definition = members.find(({ map }) => map?.result)?.map?.result?.definition;
  const input = {
    models: missing.map(({ model }) => model.id),
    images: [index],
    method: view.method,
    target: view.target,
    seed: family.seed,
  };
  return (
    <>
      <SaliencyLinks page={page} />
      {missing.length > 0 && (
        <RequestSaliency
          input={input}
          words={missing.length < members.length ? 'Take the missing maps' : 'Take these maps'}
        />
      )}
      <SaliencyMaps page={page} looks={looks} />
      {definition && <p className="mt-4 max-w-prose text-quiet text-xs">{definition}</p>}
    </>
  );
}
