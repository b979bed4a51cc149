/** What of a picture is seen: how many times it is enlarged, and where its corner lies, in widths and heights of its frame. */
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

export const whole: Zoom = { scale: 1, x: 0, y: 0 };

const mostEnlarged = 32;

/** Enlarged by a factor around a point of the frame, 0 to 1 on each side; never smaller than whole. */
export function zoomed({ scale, x, y }: Zoom, factor: number, [atX, atY]: [number, number]): Zoom {
  const next = Math.min(mostEnlarged, Math.max(1, scale * factor));
  const moved = (corner: number, at: number) => at - ((at - corner) * next) / scale;
  return inside({ scale: next, x: moved(x, atX), y: moved(y, atY) });
}

/** Moved by parts of the frame; the picture always fills it. */
export function panned({ scale, x, y }: Zoom, [byX, byY]: [number, number]): Zoom {
  return inside({ scale, x: x + byX, y: y + byY });
}

function inside({ scale, x, y }: Zoom): Zoom {
  const kept = (corner: number) => Math.min(0, Math.max(1 - scale, corner));
  return { scale, x: kept(x), y: kept(y) };
}
