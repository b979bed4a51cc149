import type { ImageType } from './visualization.type.ts';

/** A picture among the artifacts, lossless. */
export function toImage(digest: string, width: number, height: number): ImageType {
  return { url: `/artifacts/${digest}`, width, height, digest };
}
