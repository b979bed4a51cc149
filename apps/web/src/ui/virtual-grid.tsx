// biome-ignore-all lint/a11y/useSemanticElements: a table's cells would all have to be there.
// biome-ignore-all lint/a11y/useFocusableInteractive: what is in a cell takes the focus.
'use client';

import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type Cell, nearestCell, nextCell } from './next-cell.ts';

/** For what takes the focus in a cell: one cell of a grid is reached by Tab, the others by the arrow keys. */
export interface CellFocus {
  tabIndex: 0 | -1;
  'data-cell': string;
}

interface VirtualGridProps {
  label: string;
  /** In a row; the last one may have fewer. */
  columns: number;
  /** In all. */
  cells: number;
  /** Pixels. */
  rowHeight: number;
  columnWidth: (column: number) => number;
  /** Stays at the top; no such row without. */
  columnHeading?: (column: number) => ReactNode;
  /** Stays at the left; no such column without. */
  rowHeading?: (row: number) => ReactNode;
  cell: (row: number, column: number, focus: CellFocus) => ReactNode;
  /** Called with the rows that are seen, whenever these change. */
  onSeen: (first: number, last: number) => void;
}

const headingHeight = 28;
const headingWidth = 56;
/** Of the widest that there are. */
const scrollbarHeight = 18;

/** A grid of any number of cells that scrolls on its own: only those that are seen are there, and all of one size each, so nothing shifts. */
export function VirtualGrid(props: VirtualGridProps) {
  const { label, columns, cells, rowHeight, columnWidth, columnHeading, rowHeading, cell, onSeen } = props;
  const rows = Math.ceil(cells / columns);
  const [above, beside] = [columnHeading ? headingHeight : 0, rowHeading ? headingWidth : 0];
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<Cell>({ row: 0, column: 0 });
  const byKey = useRef(false);
  const active = nearestCell(chosen, { columns, cells });
  const line = { getScrollElement: () => scroller.current, useFlushSync: false };
  const down = useVirtualizer({
    ...line,
    count: rows,
    estimateSize: () => rowHeight,
    overscan: 2,
    scrollMargin: above,
    scrollPaddingStart: above,
    rangeExtractor: (range) => withActive(range, active.row),
  });
  const across = useVirtualizer({
    ...line,
    horizontal: true,
    count: columns,
    estimateSize: columnWidth,
    overscan: 1,
    scrollMargin: beside,
    scrollPaddingStart: beside,
    rangeExtractor: (range) => withActive(range, active.column),
  });
  const [first, last] = [down.range?.startIndex ?? 0, down.range?.endIndex ?? 0];
  useEffect(() => onSeen(first, last), [onSeen, first, last]);
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    const focused = scroller.current?.querySelector<HTMLElement>(`[data-cell="${nameOf(chosen)}"]`);
    focused?.focus({ preventScroll: true });
  }, [chosen]);

  function go(event: KeyboardEvent) {
    const to = nextCell(event, active, { columns, cells, page: Math.max(1, last - first) });
    if (!to) return;
    event.preventDefault();
    byKey.current = true;
    choose(to);
    down.scrollToIndex(to.row);
    across.scrollToIndex(to.column);
  }
  function follow({ target }: FocusEvent<HTMLElement>) {
    const [row, column] = (target as HTMLElement).dataset.cell?.split(':').map(Number) ?? [];
    if (row !== undefined && column !== undefined) choose({ row, column });
  }

  const width = beside + across.getTotalSize();
  const shownColumns = across.getVirtualItems();
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows + (columnHeading ? 1 : 0)}
      aria-colcount={columns + (rowHeading ? 1 : 0)}
      onKeyDown={go}
      onFocus={follow}
      style={{ height: above + rows * rowHeight + scrollbarHeight }}
      className="relative max-h-[max(22rem,calc(100dvh-17rem))] overflow-auto overscroll-x-contain border-rule border-y text-xs"
    >
      {columnHeading && (
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-20 bg-paper"
          style={{ width, height: above }}
        >
          {rowHeading && (
            <span
              role="columnheader"
              aria-colindex={1}
              className="sticky left-0 z-10 block h-full bg-paper"
              style={{ width: beside }}
            >
              <span className="sr-only">neuron</span>
            </span>
          )}
          {shownColumns.map(({ index, start, size }) => (
            <span
              key={index}
              role="columnheader"
              aria-colindex={index + (rowHeading ? 2 : 1)}
              className="absolute top-0 flex h-full items-center overflow-hidden"
              style={{ left: start, width: size }}
            >
              {columnHeading(index)}
            </span>
          ))}
        </div>
      )}
      <div role="rowgroup" className="relative" style={{ width, height: down.getTotalSize() }}>
        {down.getVirtualItems().map(({ index, start }) => (
          <GridRow
            key={index}
            row={index}
            place={index + (columnHeading ? 2 : 1)}
            top={start - above}
            height={rowHeight}
            beside={beside}
            columns={shownColumns}
            filled={Math.min(columns, cells - index * columns)}
            active={index === active.row ? active.column : null}
            heading={rowHeading}
            cell={cell}
          />
        ))}
      </div>
    </div>
  );
}

interface GridRowProps {
  row: number;
  /** From 1, the row of headings among them. */
  place: number;
  top: number;
  height: number;
  beside: number;
  columns: VirtualItem[];
  /** Cells that there are. */
  filled: number;
  /** The column that Tab leads to; null in the other rows. */
  active: number | null;
  heading: VirtualGridProps['rowHeading'];
  cell: VirtualGridProps['cell'];
}

/** Drawn anew only where something in it changed: the grid is drawn with each row that is scrolled by. */
const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, place, top, height, beside, columns, filled, active, heading, cell } = props;
  return (
    <div role="row" aria-rowindex={place} className="absolute left-0 w-full" style={{ top, height }}>
      {heading && (
        <span
          role="rowheader"
          aria-colindex={1}
          className="sticky left-0 z-10 block h-full bg-paper"
          style={{ width: beside }}
        >
          {heading(row)}
        </span>
      )}
      {columns
        .filter(({ index }) => index < filled)
        .map(({ index, start, size }) => (
          <div
            key={index}
            role="gridcell"
            aria-colindex={index + (heading ? 2 : 1)}
            className="absolute top-0 h-full"
            style={{ left: start, width: size }}
          >
            {cell(row, index, {
              tabIndex: index === active ? 0 : -1,
              'data-cell': nameOf({ row, column: index }),
            })}
          </div>
        ))}
    </div>
  );
});

const nameOf = ({ row, column }: Cell): string => `${row}:${column}`;

/** What has the focus stays, wherever it is scrolled to. */
function withActive(range: Range, active: number): number[] {
  return [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b);
}
