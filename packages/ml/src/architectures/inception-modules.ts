import { type Part, type Wire, wiresFrom } from '../pruning/wiring.ts';

/** Channels of an inception module: of its 1×1 branch, before and after its 3×3 and its 5×5, and of its pooled branch. */
export type InceptionChannels = readonly [
  one: number,
  beforeThree: number,
  three: number,
  beforeFive: number,
  five: number,
  pooled: number,
];

export interface InceptionModule {
  /** `3a` … `5b` */
  stage: string;
  channelsIn: number;
  channels: InceptionChannels;
  /** Of its branches put together. */
  channelsOut: number;
  /** Whether a pool halves the picture before it. */
  poolBefore: boolean;
}

/** The modules of GoogLeNet (Szegedy et al., 2014, Table 1). */
export const googLeNetChannels: Readonly<Record<string, InceptionChannels>> = {
  '3a': [64, 96, 128, 16, 32, 32],
  '3b': [128, 128, 192, 32, 96, 64],
  '4a': [192, 96, 208, 16, 48, 64],
  '4b': [160, 112, 224, 24, 64, 64],
  '4c': [128, 128, 256, 24, 64, 64],
  '4d': [112, 144, 288, 32, 64, 64],
  '4e': [256, 160, 320, 32, 128, 128],
  '5a': [256, 160, 320, 32, 128, 128],
  '5b': [384, 192, 384, 48, 128, 128],
};

/** Modules one after the other, the first behind `channelsIn` channels; the `a` of each stage follows a pool. */
export function inceptionModules(
  table: Readonly<Record<string, InceptionChannels>>,
  channelsIn: number,
): InceptionModule[] {
  let last = channelsIn;
  return Object.entries(table).map(([stage, channels]) => {
    const [one, , three, , five, pooled] = channels;
    const module = { stage, channelsIn: last, channels, channelsOut: one + three + five + pooled };
    last = module.channelsOut;
    return { ...module, poolBefore: stage.endsWith('a') };
  });
}

/** What an architecture calls the convolutions of a module. */
export type InceptionNames = Readonly<
  Record<'one' | 'beforeThree' | 'three' | 'beforeFive' | 'five' | 'pooled', string>
>;

/**
 * Each module reads the four branches of the one before it, their channels one after the other, and the classifier those of the
 * last.
 * @param bound whether what the first module reads was normalised across channels
 */
export function inceptionWires(
  modules: readonly InceptionModule[],
  namesOf: (stage: string) => InceptionNames,
  { stem, classifier, bound = false }: { stem: string; classifier: string; bound?: boolean },
): Wire[] {
  let parts: Part[] = [{ layer: stem, channels: modules[0]!.channelsIn }];
  const wires = modules.flatMap(({ stage, channels }, index) => {
    const [one, beforeThree, three, beforeFive, five, pooled] = channels;
    const names = namesOf(stage);
    const readers = [names.one, names.beforeThree, names.beforeFive, names.pooled];
    const before = wiresFrom(parts, readers, bound && index === 0);
    parts = [
      { layer: names.one, channels: one },
      { layer: names.three, channels: three },
      { layer: names.five, channels: five },
      { layer: names.pooled, channels: pooled },
    ];
    return [
      ...before,
      ...wiresFrom([{ layer: names.beforeThree, channels: beforeThree }], [names.three]),
      ...wiresFrom([{ layer: names.beforeFive, channels: beforeFive }], [names.five]),
    ];
  });
  return [...wires, ...wiresFrom(parts, [classifier])];
}
