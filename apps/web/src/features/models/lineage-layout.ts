import type { ModelIdentityFragment } from '@kindred/client';
import { siblingPairs } from './family.ts';

const column = 84;
const top = 52;
const bottom = 128;

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
 * The parent trains on along the top line and leaves its snapshots there by age; its children hang below it, sibling
 * beside sibling.
 */
export function lineageLayout(models: ModelIdentityFragment[]): LineageLayout {
  const pairs = siblingPairs(models);
  const snapshots = models.filter(({ kind }) => kind === 'SNAPSHOT');
  const childrenWidth = column * Math.max(1, 2 * pairs.length);
  const parentX = childrenWidth / 2;
  const fork = (top + bottom) / 2;

  const places: Place[] = models
    .filter(({ kind }) => kind === 'PARENT')
    .map((model) => ({ model, x: parentX, y: top }));
  const descent: string[] = [];
  const joints: string[] = [];

  for (const [index, { first, second }] of pairs.entries()) {
    const left = column * (2 * index + 0.5);
    const right = left + column;
    const middle = (left + right) / 2;
    places.push({ model: first, x: left, y: bottom }, { model: second, x: right, y: bottom });
    descent.push(`M${parentX} ${top}V${fork}H${middle}V${bottom}`);
    joints.push(`M${left} ${bottom}H${right}`);
  }
  for (const [index, model] of snapshots.entries()) {
    const x = parentX + column * (index + 1);
    places.push({ model, x, y: top });
    descent.push(`M${x - column} ${top}H${x}`);
  }
  const width = Math.max(childrenWidth, parentX + column * (snapshots.length + 0.5));
  return { places, descent, joints, width, height: pairs.length > 0 ? bottom + 44 : top + 20 };
}
