import type { ModelIdentityFragment } from '@kindred/client';
import { ofKind } from './family.ts';

const column = 80;
const top = 52;
const rowHeight = 76;
/** Where those that hang below the parent part. */
const fork = top + rowHeight / 2;

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
 * The parent stands at the left, so that it is seen first where a family is wider than a screen. It trains on along the top line and
 * leaves its snapshots there by age; its children and its ticket hang below that line, sibling beside sibling. Below them are the
 * lines of the triangles' low points and of the last epochs and, apart, what was trained from scratch.
 */
export function lineageLayout(models: ModelIdentityFragment[]): LineageLayout {
  const layout: LineageLayout = { places: [], descent: [], joints: [], width: 0, height: 0 };
  place(layout, ofKind(models, 'PARENT'), 0, top);
  let rows = hang(layout, [...ofKind(models, 'CHILD'), ...ofKind(models, 'TICKET')]) ? 1 : 0;
  let reached = rows > 0 ? fork : top;
  line(layout, ofKind(models, 'SNAPSHOT'), top);
  for (const kind of ['FGE', 'HORIZONTAL'] as const) {
    const trainedOn = ofKind(models, kind);
    if (trainedOn.length === 0) continue;
    const y = top + rowHeight * ++rows;
    line(layout, trainedOn, y);
    layout.descent.push(`M${xOf(0)} ${reached}V${y}`);
    reached = y;
  }
  const apart = (['DENSE', 'DROPOUT', 'LTR', 'EDST', 'TREENET', 'BATCH_ENSEMBLE', 'MIMO'] as const).flatMap(
    (kind) => ofKind(models, kind),
  );
  if (apart.length > 0) place(layout, apart, 0, top + rowHeight * ++rows);

  return {
    ...layout,
    width: Math.max(...layout.places.map(({ x }) => x)) + column / 2,
    height: rows > 0 ? top + rowHeight * rows + 44 : top + 20,
  };
}

const xOf = (place: number): number => column * (place + 0.5);

function place({ places }: LineageLayout, models: ModelIdentityFragment[], first: number, y: number): void {
  for (const [index, model] of models.entries()) places.push({ model, x: xOf(first + index), y });
}

/** Below the parent's line, siblings joined. */
function hang(layout: LineageLayout, models: ModelIdentityFragment[]): boolean {
  const x = (index: number) => xOf(1 + index);
  const bottom = top + rowHeight;
  const drops: number[] = [];
  place(layout, models, 1, bottom);
  for (const [index, model] of models.entries()) {
    const next = models[index + 1];
    const joined = next !== undefined && next.id === model.sibling?.id;
    const before = models[index - 1]?.id === model.sibling?.id && index > 0;
    if (joined) layout.joints.push(`M${x(index)} ${bottom}H${x(index + 1)}`);
    if (!before) drops.push(x(joined ? index + 0.5 : index));
  }
  if (drops.length === 0) return false;
  // Each stretch once: thin lines over each other look thicker.
  layout.descent.push(`M${xOf(0)} ${top}V${fork}H${drops.at(-1)}`);
  for (const drop of drops) layout.descent.push(`M${drop} ${fork}V${bottom}`);
  return true;
}

/** To the right of where the parent's line comes down, each from the one before. */
function line(layout: LineageLayout, models: ModelIdentityFragment[], y: number): void {
  place(layout, models, 1, y);
  for (const index of models.keys()) layout.descent.push(`M${xOf(index)} ${y}H${xOf(index + 1)}`);
}
