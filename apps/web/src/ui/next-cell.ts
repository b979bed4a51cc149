/** A place in a grid, from 0. */
export interface Cell {
  row: number;
  column: number;
}

export interface GridShape {
  /** In a row; the last one may have fewer. */
  columns: number;
  /** In all. */
  cells: number;
  /** Rows that are seen at once. */
  page: number;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** Where a key leads from a cell, as in a spreadsheet; null for a key that leads nowhere. */
export function nextCell(
  { key, ctrlKey, altKey, metaKey, shiftKey }: Pressed,
  from: Cell,
  { columns, cells, page }: GridShape,
): Cell | null {
  if (altKey || metaKey || shiftKey) return null;
  const to = target(ctrlKey ? `Control+${key}` : key, from, { columns, cells, page });
  if (!to) return null;
  return nearestCell(to, { columns, cells });
}

/** The cell of the grid that is nearest to a place. */
export function nearestCell(place: Cell, { columns, cells }: Omit<GridShape, 'page'>): Cell {
  const row = clamp(place.row, Math.ceil(cells / columns) - 1);
  return { row, column: clamp(place.column, Math.min(columns, cells - row * columns) - 1) };
}

function target(key: string, { row, column }: Cell, { columns, cells, page }: GridShape): Cell | null {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns };
    case 'Control+Home':
      return { row: 0, column: 0 };
    case 'Control+End':
      return { row: cells, column: columns };
    default:
      return null;
  }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));
