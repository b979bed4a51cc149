'use client';

import type { ModelIdentityFragment } from '@kindred/client';
import Link from 'next/link';
import { memo, useCallback, useRef } from 'react';
import { useWidth } from '../../ui/use-width.ts';
import { type CellFocus, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { displayName, type ModelLook, type Pair } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { neuronAddress } from '../neurons/address.ts';
import type { HashName } from '../neurons/hashes.ts';
import { Picture } from '../neurons/picture.tsx';
import { type StripPart, stripImages } from '../neurons/picture-strip.ts';
import { Refusal } from '../refusals/refusal.tsx';
import { pairWords } from './atlas-pairs.ts';
import { PairDistance } from './pair-distance.tsx';
import type { LayerPicture, LayerQuestion, LayerRow } from './read-rows.ts';
import { useRows } from './use-rows.ts';

interface LayerPicturesProps {
  experiment: string;
  layer: string;
  /** Whose pictures are shown: of one a wall, of several a row a neuron. */
  models: ModelIdentityFragment[];
  looks: Map<string, ModelLook>;
  /** Whose distance stands at the end of each row. */
  pair: Pair | null;
  hash: HashName;
  /** Pixels of a picture's side. */
  size: number;
  question: LayerQuestion;
  channels: number[];
  first: LayerRow[];
}

const gap = 4;
const captionHeight = 20;
const distanceWidth = 168;

/** All pictures of a layer, thousands if there are so many; the arrow keys walk them and Enter opens a neuron. */
export function LayerPictures(props: LayerPicturesProps) {
  const { experiment, layer, models, looks, pair, hash, size, question, channels, first } = props;
  const { rows, want, refusal } = useRows(question, channels, first);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const wall = models.length === 1;
  const columns = wall
    ? Math.max(1, Math.floor((width ?? 0) / (size + gap)))
    : models.length + (pair ? 1 : 0);
  const cells = wall ? channels.length : channels.length * columns;

  const cell = useCallback(
    (row: number, column: number, focus: CellFocus) => {
      const channel = channels[wall ? row * columns + column : row]!;
      const model = models[wall ? 0 : column];
      const known = rows.get(channel);
      const ref = `${layer}:${channel}`;
      if (!model)
        return (
          <PairDistance
            focus={focus}
            distance={known?.distance}
            hash={hash}
            words={`${ref}, ${pairWords(pair!)}`}
          />
        );
      return (
        <PictureCell
          href={neuronAddress(experiment, ref)}
          words={`${ref} of ${displayName(model)}`}
          caption={wall ? `:${channel}` : undefined}
          picture={known && (known.pictures[wall ? 0 : column] ?? null)}
          part={known?.parts[wall ? 0 : column] ?? null}
          size={size}
          {...focus}
        />
      );
    },
    [experiment, layer, models, pair, hash, size, channels, rows, wall, columns],
  );
  const seen = useCallback(
    (from: number, to: number) => (wall ? want(from * columns, (to + 1) * columns) : want(from, to)),
    [want, wall, columns],
  );
  return (
    <div ref={frame} className="min-h-88">
      {width !== null && (
        <VirtualGrid
          label={`Pictures of ${layer}`}
          columns={columns}
          cells={cells}
          rowHeight={size + gap + (wall ? captionHeight : 0)}
          columnWidth={(column) => (wall || column < models.length ? size + gap : distanceWidth)}
          columnHeading={
            wall ? undefined : (column) => <Heading model={models[column]} looks={looks} pair={pair} />
          }
          rowHeading={wall ? undefined : (row) => <span className="text-quiet">:{channels[row]}</span>}
          cell={cell}
          onSeen={seen}
        />
      )}
      <Refusal className="mt-2 block text-xs">{refusal}</Refusal>
    </div>
  );
}

interface PictureCellProps extends CellFocus {
  href: string;
  words: string;
  /** What stands below. */
  caption: string | undefined;
  /** Undefined until it is read. */
  picture: LayerPicture | undefined;
  part: StripPart | null;
  size: number;
}

/** Drawn anew only where something in it changed: rows that arrive draw all that is seen. */
const PictureCell = memo(function PictureCell(props: PictureCellProps) {
  const { href, words, caption, picture, part, size, ...focus } = props;
  return (
    <Link
      href={href}
      prefetch={false}
      className="strip block"
      style={{ width: size, ...stripImages([part], size) }}
      {...focus}
    >
      {picture === undefined ? (
        <span className="block aspect-square bg-rule">
          <span className="sr-only">{`${words}, not read yet`}</span>
        </span>
      ) : (
        <Picture visualization={picture} part={part} alt={words} className="w-full" sizes={`${size}px`} />
      )}
      {caption && (
        <span aria-hidden className="block truncate text-quiet leading-5">
          {caption}
        </span>
      )}
    </Link>
  );
});

interface HeadingProps {
  /** None heads the pair's distances. */
  model: ModelIdentityFragment | undefined;
  looks: Map<string, ModelLook>;
  pair: Pair | null;
}

function Heading({ model, looks, pair }: HeadingProps) {
  if (model) return <ModelName model={model} look={looks.get(model.id)!} />;
  return <span className="truncate pl-3">{pairWords(pair!)}</span>;
}
