import { percent } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { Picture } from '../neurons/picture.tsx';
import type { ImageMember, ImagePage } from './read-image.ts';
import { RequestGrid } from './request-grid.tsx';
import { GridLinks } from './view-links.tsx';

/** The choice of a layer, a button for the grids that are missing or failed, and the grids of every model. */
export function Grids({ page, looks }: { page: ImagePage; looks: Map<string, ModelLook> }) {
  const { family, index, view, layer, members } = page;
  const missing = members.filter(({ grid }) => !grid || grid.status === 'FAILED');
  const input = {
    models: missing.map(({ model }) => model.id),
    image: index,
    layer,
    preset: view.grid,
    seed: family.seed,
  };
  return (
    <>
      <GridLinks page={page} />
      {missing.length > 0 && (
        <RequestGrid
          input={input}
          words={missing.length < members.length ? 'Render the missing grids' : 'Render these grids'}
        />
      )}
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(16rem,100%),1fr))] gap-x-3 gap-y-6">
        {members.map((member) => (
          <li key={member.model.id} className="max-w-[36rem] text-xs">
            <div className="mb-1.5">
              <ModelName model={member.model} look={looks.get(member.model.id)!} />
            </div>
            <Picture
              visualization={member.grid}
              alt={`What ${layer} of ${displayName(member.model)} says of image ${index}`}
              className="w-full"
            />
            <Caption {...member} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Caption({ model, grid }: ImageMember) {
  if (grid?.error) return <p className="wrap-anywhere mt-1.5 text-accent">{grid.error}</p>;
  if (grid?.status === 'QUEUED' && grid.job?.status === 'RUNNING') {
    const { share, done, total, unit } = grid.job.progress;
    return (
      <div className="mt-1.5 space-y-1.5 text-quiet">
        <ProgressBar share={share} label={`Progress of ${displayName(model)}’s grid`} />
        {total > 0 && `${done} of ${total} ${unit}`}
      </div>
    );
  }
  if (!grid?.result) return null;
  const { rows, columns, grouping } = grid.result;
  return (
    <p className="mt-1.5 text-quiet">
      <a href={grid.image?.url}>
        {rows}×{columns} cells
      </a>
      {grouping && `; ${grouping.groups} groups leave out ${percent(grouping.error, 0)} % of the activations`}
    </p>
  );
}
