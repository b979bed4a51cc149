/** What is known of each channel after some images, the strongest first. */
export interface Strongest {
  /** Images of each channel. */
  kept: number;
  /** [channels, kept], places in the set; −1 where no image came yet. */
  images: Int32Array;
  /** [channels, kept], each image's largest activation. */
  activations: Float32Array;
  /** [channels, kept], where that is in the map: row · width + column. */
  places: Int32Array;
}

export function noneYet(channels: number, kept: number): Strongest {
  return {
    kept,
    images: new Int32Array(channels * kept).fill(-1),
    activations: new Float32Array(channels * kept).fill(Number.NEGATIVE_INFINITY),
    places: new Int32Array(channels * kept),
  };
}

/** Puts an image in its place among a channel's. Images come in turn, so that of equal ones the first goes before. */
export function rank(
  { kept, images, activations, places }: Strongest,
  channel: number,
  { image, peak, place }: { image: number; peak: number; place: number },
): void {
  const first = channel * kept;
  let at = first + kept;
  while (at > first && peak > activations[at - 1]!) at--;
  const end = first + kept;
  if (at === end) return;
  for (const values of [images, activations, places]) values.copyWithin(at + 1, at, end - 1);
  images[at] = image;
  activations[at] = peak;
  places[at] = place;
}
