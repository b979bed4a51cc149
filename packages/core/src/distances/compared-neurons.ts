import type { HashedPicture, HashedPictures } from './find-hashed-pictures.ts';

/** A neuron's pictures in the two models of a pair, by the same definition of the hashes. */
export interface Compared {
  neuron: string;
  from: HashedPicture;
  to: HashedPicture;
}

/** The neurons that have a picture by the seed in both models, in no order. */
export function comparedNeurons(from: HashedPictures, to: HashedPictures, seed: number): Compared[] {
  const bySeed = (pictures: readonly HashedPicture[] = []) =>
    pictures.find((picture) => picture.seed === seed);
  const compared: Compared[] = [];
  for (const [neuron, pictures] of from) {
    const [one, other] = [bySeed(pictures), bySeed(to.get(neuron))];
    if (one && one.version === other?.version) compared.push({ neuron, from: one, to: other });
  }
  return compared;
}

/** For `sort`: neurons as the network has them. */
export const fromInput = ({ from: a }: Pick<Compared, 'from'>, { from: b }: Pick<Compared, 'from'>): number =>
  a.position - b.position || a.channel - b.channel;
