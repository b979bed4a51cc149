/** Neurons are ordered by their layers' places, then by channel. */
export const layerKeys = 2 ** 32;

/** @param position the layer's place, from the input on */
export const keyOf = (position: number, channel: number): number => position * layerKeys + channel;

export const layerOf = (key: number, layers: readonly string[]): string =>
  layers[Math.floor(key / layerKeys)]!;

export const channelOf = (key: number): number => key % layerKeys;

/** Among ascending keys; null where it isn't there. */
export function placeOf(keys: Float64Array, key: number): number | null {
  const place = firstFrom(keys, key);
  return keys[place] === key ? place : null;
}

/** The place of the first key that isn't below this one. */
export function firstFrom(keys: Float64Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
