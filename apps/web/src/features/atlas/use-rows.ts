'use client';

import { KindredError } from '@kindred/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { partsOf, type StripPart } from '../neurons/picture-strip.ts';
import { type LayerQuestion, type LayerRow, readRows, rowsAtOnce } from './read-rows.ts';

/** What is scrolled by faster isn't asked for. */
const pauseMs = 60;
/** Before what couldn't be read is asked for again. */
const againMs = 5_000;

export interface ShownRow extends LayerRow {
  /** Of `pictures`. */
  parts: (StripPart | null)[];
}

/**
 * The rows of a layer by channel, as far as they were seen.
 * @param channels in the order that they are seen in
 * @param first the rows that came with the page; with others, whatever is seen is read anew
 */
export function useRows(question: LayerQuestion, channels: number[], first: LayerRow[]) {
  const [rows, setRows] = useState(() => byChannel(first));
  const [refusal, setRefusal] = useState<string>();
  const asked = useRef(new Set<number>());
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    asked.current = new Set([0]);
    setRows((known) => new Map([...known, ...byChannel(first)]));
    return () => clearTimeout(waiting.current);
  }, [first]);

  /** Reads what of the neurons from one place to another isn't there, and a little around them. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: question and channels come with `first`.
  const want = useCallback(
    (from: number, to: number) => {
      const portion = rowsAtOnce(question);
      const last = Math.ceil(channels.length / portion) - 1;
      const read = async (block: number) => {
        asked.current.add(block);
        try {
          const wanted = channels.slice(block * portion, (block + 1) * portion);
          const found = byChannel(await readRows(browserApi, question, wanted));
          setRows((known) => new Map([...known, ...found]));
          setRefusal(undefined);
        } catch (error) {
          if (!(error instanceof KindredError)) throw error;
          asked.current.delete(block);
          setRefusal(error.message);
          waiting.current = setTimeout(() => want(from, to), againMs);
        }
      };
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => {
        const [start, end] = [from, to].map((place, side) =>
          Math.floor((place + (side - 0.5) * portion) / portion),
        );
        for (let block = Math.max(0, start!); block <= Math.min(last, end!); block++)
          if (!asked.current.has(block)) void read(block);
      }, pauseMs);
    },
    [first],
  );
  return { rows, want, refusal };
}

/** In strips: of the models in a row, or of a wall's neurons that were read together. */
function byChannel(rows: LayerRow[]): ReadonlyMap<number, ShownRow> {
  const imagesOf = ({ pictures }: LayerRow) => pictures.map((picture) => picture?.image);
  const wall = rows.every(({ pictures }) => pictures.length === 1);
  const parts = wall
    ? partsOf(rows.flatMap(imagesOf)).map((part) => [part])
    : rows.map((row) => partsOf(imagesOf(row)));
  return new Map(rows.map((row, place) => [row.channel, { ...row, parts: parts[place]! }]));
}
