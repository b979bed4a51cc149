import type { ModelFieldsFragment, ModelKind } from '@kindred/client';
import { percent } from '../../ui/numbers.ts';
import { displayName, familyLooks } from './family.ts';
import { lineageLayout } from './lineage-layout.ts';
import { MarkPaths } from './model-mark.tsx';

const radius = 11;

/** The family drawn as a tree. Models that are still to be trained are faint. */
export function Lineage({ models }: { models: ModelFieldsFragment[] }) {
  const { places, descent, joints, width, height } = lineageLayout(models);
  const looks = familyLooks(models);
  const byId = new Map(models.map((model) => [model.id, model]));
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={describe(models)}
      className="max-w-none text-[11px]"
    >
      <g fill="none" stroke="var(--color-quiet)" strokeWidth="0.75">
        {descent.map((path) => (
          <path key={path} d={path} />
        ))}
        {joints.map((path) => (
          <path key={path} d={path} stroke="var(--color-ink)" strokeWidth="1.5" />
        ))}
      </g>
      {places.map(({ model, x, y }) => (
        <g key={model.id} textAnchor="middle">
          <g transform={`translate(${x - radius} ${y - radius}) scale(${radius / 6})`}>
            <circle cx="6" cy="6" r="6" fill="var(--color-paper)" />
            <g opacity={byId.get(model.id)?.training ? 1 : 0.45}>
              <MarkPaths look={looks.get(model.id)!} />
            </g>
          </g>
          <text x={x} y={y + labelOffset(model)} fill="var(--color-ink)">
            {displayName(model)}
          </text>
          <text x={x} y={y + labelOffset(model) + 14} fill="var(--color-quiet)">
            {standing(byId.get(model.id)!)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The top line carries its labels above it, out of the way of descent; all else below. */
function labelOffset({ kind }: { kind: ModelKind }): number {
  return kind === 'PARENT' || kind === 'SNAPSHOT' ? -34 : 27;
}

function standing({ evaluation, training, status }: ModelFieldsFragment): string {
  if (evaluation) return `${percent(evaluation.accuracy.value)} %`;
  return training ? 'trained' : status.toLowerCase();
}

function describe(models: ModelFieldsFragment[]): string {
  const lines = models.map((model) => {
    const sibling = model.sibling ? `, sibling of ${model.sibling.name}` : '';
    return `${displayName(model)}${sibling}: ${standing(model)}`;
  });
  return `Lineage. ${lines.join('; ')}.`;
}
