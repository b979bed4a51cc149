import type { NeuronMatchFieldsFragment } from '@kindred/client';
import Link from 'next/link';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { layerAddress, neuronAddress } from '../neurons/address.ts';
import type { RelatedMatch } from './read-matches.ts';
import { RequestMatches } from './request-matches.tsx';

interface MatchesProps {
  experiment: string;
  layer: string;
  matches: RelatedMatch[];
  looks: Map<string, ModelLook>;
}

/** Whether a neuron stayed at its index in a relative, moved to another one, or is new there. */
export function Matches({ experiment, layer, matches, looks }: MatchesProps) {
  const known = matches.filter(({ match }) => match);
  const missing = matches.filter(({ match }) => !match);
  return (
    <>
      {known.length > 0 && (
        <ScrollSideways label="Moved or changed">
          <table className="whitespace-nowrap text-sm">
            <thead className="text-quiet text-xs">
              <tr className="border-rule border-b">
                {['model', 'in', 'there', 'r', 'r of the same index'].map((heading, index) => (
                  <th
                    key={heading}
                    scope="col"
                    className={`py-1.5 pr-6 font-normal ${index < 3 ? 'text-left' : 'text-right'}`}
                  >
                    {heading}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {known.map(({ model, relative, match }) => (
                <tr key={model.id} className="border-rule border-b last:border-0">
                  <th scope="row" className="py-1.5 pr-6 text-left font-normal">
                    <ModelName model={model} look={looks.get(model.id)!} />
                  </th>
                  <td className="py-1.5 pr-6">{displayName(relative)}</td>
                  <td className="py-1.5 pr-6">
                    <There experiment={experiment} match={match!} against={relative.name} />
                  </td>
                  <td className="py-1.5 pr-6 text-right">{match!.correlation.toFixed(2)}</td>
                  <td className="py-1.5 pr-6 text-right">{match!.ownCorrelation.toFixed(2)}</td>
                  <td className="py-1.5">
                    <Link
                      className="underline"
                      href={layerAddress(experiment, layer, model.name, relative.name)}
                      aria-label={`All of ${layer} in ${displayName(model)} and ${displayName(relative)}`}
                    >
                      all of the layer
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollSideways>
      )}
      {known[0] && (
        <p className="mt-3 max-w-3xl text-quiet text-xs">
          On the first {known[0].match!.images.toLocaleString('en')} test images. {known[0].match!.definition}
          .
        </p>
      )}
      {missing.length > 0 && (
        <RequestMatches
          experiment={experiment}
          layer={layer}
          pairs={missing.map(({ model, relative }) => [model.id, relative.id])}
        />
      )}
    </>
  );
}

function There({
  experiment,
  match: { kind, neuron },
  against,
}: {
  experiment: string;
  match: NeuronMatchFieldsFragment;
  against: string;
}) {
  switch (kind) {
    case 'SAME_INDEX':
      return <>at the same index</>;
    case 'MOVED':
      return (
        <>
          moved to{' '}
          <Link className="font-mono underline" href={neuronAddress(experiment, neuron.ref, { against })}>
            {neuron.ref}
          </Link>
        </>
      );
    case 'NEW':
      return (
        <>
          new <span className="text-quiet">(nearest {neuron.ref})</span>
        </>
      );
    case 'SILENT':
      return <>silent on these images</>;
  }
}
