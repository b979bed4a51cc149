import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { Picture } from '../neurons/picture.tsx';
import type { NeuronDivergencePoint, Way } from './read-divergence.ts';
import { RequestWays } from './request-ways.tsx';

interface NeuronWaysProps {
  experiment: string;
  at: string;
  ways: Way<NeuronDivergencePoint>[];
  looks: Map<string, ModelLook>;
  recipe: { preset: string; seed: number };
}

/** A neuron's pictures at each point of the tuning, a row for each model. */
export function NeuronWays({ experiment, at, ways, looks, recipe }: NeuronWaysProps) {
  const points = ways.flatMap(({ points }) => points);
  const lacking = points.filter(({ neuron }) => !neuron.visualization);
  return (
    <>
      {lacking.length < points.length && (
        <ScrollSideways label="The way">
          <table className="text-xs">
            <tbody>
              {ways.map(({ model, points }) => (
                <tr key={model.id}>
                  <th scope="row" className="py-2 pr-6 text-left align-top font-normal">
                    <ModelName model={model} look={looks.get(model.id)!} />
                  </th>
                  {points.map((point) => (
                    <td key={point.epoch} className="py-2 pr-3 align-top">
                      <PointOnTheWay name={`${at} of ${displayName(model)}`} point={point} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollSideways>
      )}
      {lacking.length > 0 && (
        <RequestWays
          experiment={experiment}
          models={lacking.map(({ neuron }) => neuron.model.id)}
          neurons={[at]}
          {...recipe}
        />
      )}
    </>
  );
}

function PointOnTheWay({ name, point }: { name: string; point: NeuronDivergencePoint }) {
  const { epoch, neuron, toParent, toSibling } = point;
  return (
    <figure className="w-28">
      <Picture
        visualization={neuron.visualization}
        alt={`${name} at epoch ${epoch}`}
        className="w-full"
        sizes="7rem"
      />
      <figcaption className="mt-1 text-quiet">
        {epoch === 0 ? 'pruned' : `epoch ${epoch}`}
        <br />
        to parent {share(toParent)}
        <br />
        to sibling {share(toSibling)}
      </figcaption>
    </figure>
  );
}

const share = (distance: NeuronDivergencePoint['toParent']): string =>
  distance ? `${Math.round(100 * distance.meanShare)} %` : '–';
