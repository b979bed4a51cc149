import type { ModelIdentityFragment } from '@kindred/client';
import { ofKind } from './family.ts';

const column = 84;
const top = 52;
const rowHeight = 76;

export interface Place {
  model: ModelIdentityFragment;
  x: number;
  y: number;
}

export interface LineageLayout {
  places: Place[];
  /** SVG paths of the thin lines of descent. */
  descent: string[];
  /** SVG paths that join two siblings. */
  joints: string[];
  width: number;
  height: number;
}

/**
 * The parent trains on along the top line and leaves its snapshots there by age; its children and its ticket hang below it,
 * sibling beside sibling. Below them are the lines of the triangles' low points and of the last epochs and, apart, what was
 * trained from scratch.
 */
export function lineageLayout(models: ModelIdentityFragment[]): LineageLayout {
  const hanging = [...ofKind(models, 'CHILD'), ...ofKind(models, 'TICKET')];
  const parentX = (column * Math.max(1, hanging.length)) / 2;
  const layout: LineageLayout = { places: [], descent: [], joints: [], width: 0, height: 0 };

  place(layout, ofKind(models, 'PARENT'), () => parentX, top);
  let rows = hang(layout, hanging, parentX) ? 1 : 0;
  line(layout, ofKind(models, 'SNAPSHOT'), parentX, top);
  // Past those that hang there, not through one of them.
  const betweenX = hanging.length % 2 === 1 ? parentX + column / 2 : parentX;
  for (const kind of ['FGE', 'HORIZONTAL'] as const) {
    const trainedOn = ofKind(models, kind);
    if (trainedOn.length === 0) continue;
    const y = top + rowHeight * ++rows;
    line(layout, trainedOn, betweenX, y);
    layout.descent.unshift(`M${parentX} ${top}V${top + rowHeight / 2}H${betweenX}V${y}`);
  }
  const apart = (['DENSE', 'DROPOUT', 'LTR', 'EDST', 'TREENET', 'BATCH_ENSEMBLE', 'MIMO'] as const).flatMap(
    (kind) => ofKind(models, kind),
  );
  if (apart.length > 0) place(layout, apart, (index) => column * (index + 0.5), top + rowHeight * ++rows);

  const right = Math.max(...layout.places.map(({ x }) => x));
  return {
    ...layout,
    width: Math.max(column * hanging.length, right + column / 2),
    height: rows > 0 ? top + rowHeight * rows + 44 : top + 20,
  };
}

function place(
  { places }: LineageLayout,
  models: ModelIdentityFragment[],
  x: (index: number) => number,
  y: number,
): void {
  for (const [index, model] of models.entries()) places.push({ model, x: x(index), y });
}

/** Below the parent, siblings joined. */
function hang(layout: LineageLayout, models: ModelIdentityFragment[], parentX: number): boolean {
  const x = (index: number) => column * (index + 0.5);
  const bottom = top + rowHeight;
  const fork = (top + bottom) / 2;
  place(layout, models, x, bottom);
  for (const [index, model] of models.entries()) {
    const next = models[index + 1];
    const joined = next !== undefined && next.id === model.sibling?.id;
    const before = models[index - 1]?.id === model.sibling?.id && index > 0;
    if (joined) layout.joints.push(`M${x(index)} ${bottom}H${x(index + 1)}`);
    if (!before)
      layout.descent.push(`M${parentX} ${top}V${fork}H${joined ? x(index + 0.5) : x(index)}V${bottom}`);
  }
  return models.length > 0;
}

/** To the right of where the line comes down, each from the one before. */
function line(layout: LineageLayout, models: ModelIdentityFragment[], startX: number, y: number): void {
  const x = (index: number) => startX + column * (index + 1);
  place(layout, models, x, y);
  for (const index of models.keys()) layout.descent.push(`M${x(index) - column} ${y}H${x(index)}`);
}
