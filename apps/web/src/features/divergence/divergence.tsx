import { displayName, type ModelLook, number, siblingPairs } from '../models/family.ts';
import { MarkPaths } from '../models/model-mark.tsx';
import { hashes } from '../neurons/hashes.ts';
import { type ChartLine, DivergenceChart } from './divergence-chart.tsx';
import type { DivergencePoint, Way } from './read-divergence.ts';
import { RequestWays } from './request-ways.tsx';

interface DivergenceProps {
  experiment: string;
  ways: Way<DivergencePoint>[];
  looks: Map<string, ModelLook>;
  neurons: string[];
  recipe: { preset: string; seed: number };
}

/** How far pictures had come from the parent's and from the sibling's at each point of the tuning, hash by hash. */
export function Divergence({ experiment, ways, looks, neurons, recipe }: DivergenceProps) {
  const lacking = ways.flatMap(({ points }) => points.filter(({ toParent }) => !toParent));
  const lines = linesOf(ways, looks);
  return (
    <>
      {lines.length > 0 && (
        <>
          <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-xs">
            {lines.map(({ name, look, dashed }) => (
              <li key={name} className="inline-flex items-center gap-2">
                <svg width="30" height="12" aria-hidden="true">
                  <path
                    d="M0 6h30"
                    stroke={look.color}
                    strokeWidth="1.5"
                    strokeDasharray={dashed ? '4 2' : undefined}
                  />
                  <g transform="translate(10.5 1.5) scale(0.75)">
                    <MarkPaths look={look} />
                  </g>
                </svg>
                {name}
              </li>
            ))}
          </ul>
          <div className="grid grid-cols-1 gap-6 min-[32rem]:grid-cols-2 lg:grid-cols-3 min-[110rem]:grid-cols-5">
            {hashes.map(({ name: hash, letter }) => (
              <DivergenceChart
                key={hash}
                title={`${letter}-Hash`}
                lines={lines.map(({ read, ...line }) => ({ ...line, points: read(hash) }))}
              />
            ))}
          </div>
          <p className="mt-3 max-w-3xl text-quiet text-xs">
            Mean bits over the neurons that have a picture in both, with its interval over neurons. At 0 the
            parent has been pruned and nothing tuned.
          </p>
        </>
      )}
      {lacking.length > 0 && (
        <RequestWays
          experiment={experiment}
          models={lacking.map(({ model }) => model.id)}
          neurons={neurons}
          {...recipe}
        />
      )}
    </>
  );
}

type Line = Omit<ChartLine, 'points'> & {
  read: (hash: (typeof hashes)[number]['name']) => ChartLine['points'];
};

/** One from each model to its parent, then one for each pair of siblings; without those that nobody has pictured on their way. */
function linesOf(ways: Way<DivergencePoint>[], looks: Map<string, ModelLook>): Line[] {
  const toParents = ways.map(({ model, points }) => {
    const name = displayName(model);
    return lineOf(
      { name: `${name} to the parent`, label: name, look: looks.get(model.id)! },
      points,
      'toParent',
    );
  });
  const toSiblings = siblingPairs(ways.map(({ model }) => model)).map(({ first, second }) => {
    const { points } = ways.find(({ model }) => model === first)!;
    const name = `${displayName(first)} to ${displayName(second)}`;
    const label = `${number(first)} to ${number(second)}`;
    return lineOf({ name, label, look: looks.get(first.id)! }, points, 'toSibling');
  });
  return [...toParents, ...toSiblings].filter(({ read }) => read('average').length > 1);
}

function lineOf(
  words: Pick<Line, 'name' | 'label' | 'look'>,
  points: DivergencePoint[],
  to: 'toParent' | 'toSibling',
): Line {
  return {
    ...words,
    dashed: to === 'toSibling',
    read: (hash) =>
      points.flatMap(({ epoch, [to]: distance }) => (distance ? [{ epoch, distance: distance[hash] }] : [])),
  };
}
