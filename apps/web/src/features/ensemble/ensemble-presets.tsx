import { PlainButton } from '../../ui/plain-button.tsx';
import type { Predictions } from './read-predictions.ts';

/** Ticks what a method averages, or all, or none. */
export function EnsemblePresets({
  predictions: { models, ensembles },
  choose,
}: {
  predictions: Predictions;
  choose: (members: string[]) => void;
}) {
  const presets = [
    ...ensembles,
    { name: 'all', members: models.map(({ name }) => name) },
    { name: 'none', members: [] },
  ];
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      tick
      {presets.map(({ name, members }) => (
        <PlainButton key={name} label={`Tick ${name}`} onClick={() => choose(members)}>
          {name}
        </PlainButton>
      ))}
    </span>
  );
}
