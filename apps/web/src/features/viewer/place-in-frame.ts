/** In widths and heights of a frame, from its left upper corner. */
export type Point = [x: number, y: number];

type At = Pick<MouseEvent, 'target' | 'clientX' | 'clientY'>;

/** Where in its `ZoomFrame` a pointer is; null outside of frames. */
export function placeInFrame({ target, clientX, clientY }: At): Point | null {
  const frame = (target as Element).closest('[data-frame]')?.getBoundingClientRect();
  return frame ? [(clientX - frame.left) / frame.width, (clientY - frame.top) / frame.height] : null;
}
