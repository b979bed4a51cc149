import type { VisualizationHashes } from '@kindred/core';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { HashesType, HashType } from './hashes.type.ts';
import { toHash } from './to-hash.ts';

@Resolver(() => HashesType)
export class HashesResolver {
  @FieldResolver(() => HashType, { description: 'Pixels of the 8×8 image above its mean.' })
  average(@Root() { average }: VisualizationHashes): HashType {
    return toHash(average);
  }

  @FieldResolver(() => HashType, { description: 'Low frequencies of the 32×32 image above their median.' })
  perceptual(@Root() { perceptual }: VisualizationHashes): HashType {
    return toHash(perceptual);
  }

  @FieldResolver(() => HashType, {
    description: 'Pixels of the 9×8 image brighter than their left neighbour.',
  })
  difference(@Root() { difference }: VisualizationHashes): HashType {
    return toHash(difference);
  }

  @FieldResolver(() => HashType, { description: 'Block means (Haar) above their median.' })
  wavelet(@Root() { wavelet }: VisualizationHashes): HashType {
    return toHash(wavelet);
  }

  @FieldResolver(() => HashType, { description: 'Shares of black, grey and twelve colours, 3 bits each.' })
  color(@Root() { color }: VisualizationHashes): HashType {
    return toHash(color);
  }
}
