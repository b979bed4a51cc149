import type { ImageFieldsFragment } from '@kindred/client';

/** A picture that is laid over another one, or under it. */
export interface Overlaid {
  image: ImageFieldsFragment;
  /** Of its model, as people say it. */
  name: string;
  /** What it shows. */
  words: string;
}

export interface OverlayProps {
  a: Overlaid;
  b: Overlaid;
}
