'use client';

import Link from 'next/link';
import { count } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { atlasAddress } from '../atlas/atlas-view.ts';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelMark } from '../models/model-mark.tsx';
import { ModelName } from '../models/model-name.tsx';
import { neuronAddress } from './address.ts';
import { AtlasMeans } from './atlas-means.tsx';
import { DistanceCell } from './distance-cell.tsx';
import { Picture } from './picture.tsx';
import { partsOfOne, stripImages } from './picture-strip.ts';
import type { Atlas as AtlasData, AtlasRow } from './read-atlas.ts';

const sticky = 'sticky left-0 z-10 bg-paper pr-2 text-left align-top font-normal';

interface AtlasProps {
  experiment: string;
  atlas: AtlasData;
  /** Of the whole family: whose sibling isn't shown looks like it nevertheless. */
  looks: Map<string, ModelLook>;
}

/** The contact sheet: the first neurons of each layer down, models across, and at the end of each row how far its pairs lie apart. */
export function Atlas({ experiment, atlas, looks }: AtlasProps) {
  return (
    <ScrollSideways label="Atlas of neurons">
      <table className="border-separate border-spacing-0 text-xs">
        {atlas.layers.map(({ name, pictured, rows }) => (
          <tbody key={name}>
            <LayerHeading experiment={experiment} name={name} atlas={atlas} looks={looks} />
            {rows.map((row) => (
              <NeuronRow key={row.ref} experiment={experiment} row={row} models={atlas.models} />
            ))}
            {pictured > rows.length && (
              <tr>
                <td colSpan={1 + atlas.models.length + atlas.pairs.length} className="pt-1">
                  <Link
                    href={atlasAddress(experiment, { layer: name })}
                    prefetch={false}
                    className="sticky left-0 underline underline-offset-4"
                  >
                    all {count(pictured)} of {name}
                  </Link>
                </td>
              </tr>
            )}
          </tbody>
        ))}
        <AtlasMeans atlas={atlas} />
      </table>
    </ScrollSideways>
  );
}

interface LayerHeadingProps {
  experiment: string;
  name: string;
  atlas: AtlasData;
  looks: Map<string, ModelLook>;
}

/** Repeats the models at each layer: on a sheet this long the first heading is soon out of sight. */
function LayerHeading({ experiment, name, atlas: { models, pairs }, looks }: LayerHeadingProps) {
  return (
    <>
      <tr>
        <th
          scope="rowgroup"
          colSpan={1 + models.length + pairs.length}
          className="pt-8 pb-1 text-left font-semibold"
        >
          <Link
            href={atlasAddress(experiment, { layer: name })}
            prefetch={false}
            title={`All of ${name}, to be sorted`}
          >
            {name}
          </Link>
        </th>
      </tr>
      <tr className="align-bottom">
        <td className={sticky} />
        {models.map((model) => (
          <th key={model.id} scope="col" className="pb-1.5 text-left font-normal">
            <ModelName model={model} look={looks.get(model.id)!} />
          </th>
        ))}
        {pairs.map(({ title, first, second }) => (
          <th key={title} scope="col" className="whitespace-nowrap pb-1.5 pl-4 text-left font-normal">
            <span className="flex gap-1 pb-0.5">
              <ModelMark look={looks.get(first.id)!} />
              <ModelMark look={looks.get(second.id)!} />
            </span>
            {title}
          </th>
        ))}
      </tr>
    </>
  );
}

interface NeuronRowProps {
  experiment: string;
  row: AtlasRow;
  models: AtlasData['models'];
}

function NeuronRow({ experiment, row: { ref, channel, pictures, distances }, models }: NeuronRowProps) {
  const address = neuronAddress(experiment, ref);
  const parts = partsOfOne(pictures.map((picture) => picture?.image));
  return (
    <tr className="strip" style={stripImages(parts, 128, 192)}>
      <th scope="row" className={sticky}>
        <Link href={address} prefetch={false} className="text-quiet" title={ref}>
          :{channel}
        </Link>
      </th>
      {models.map((model, index) => (
        <td key={model.id} className="pr-1 pb-1">
          <Link href={address} prefetch={false} className="block size-32 min-[1800px]:size-48">
            <Picture
              visualization={pictures[index] ?? null}
              part={parts[index]}
              alt={`${ref} of ${displayName(model)}`}
              className="size-full"
              sizes="(min-width: 1800px) 12rem, 8rem"
            />
          </Link>
        </td>
      ))}
      {distances.map((distance, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pairs of a family keep their order.
        <td key={index} className="pb-1 pl-4 align-middle">
          <DistanceCell distance={distance} />
        </td>
      ))}
    </tr>
  );
}
