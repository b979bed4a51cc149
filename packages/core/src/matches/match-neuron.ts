/** The other model's channel counts as the same thing from this correlation on. */
export const matchThreshold = 0.5;

/** Another index has to correlate by so much more than the same one to count as moved to. */
export const moveMargin = 0.1;

/** What `matchNeuron` calls a match, in words that go with it. */
export const matchDefinition =
  `match v1, Pearson’s r of two channels over all places of the map in all images; moved where another index has r ≥ ${matchThreshold} ` +
  `and more than ${moveMargin} above the same index; else same index where that has r ≥ ${matchThreshold}; else new`;

export const matchKinds = ['same-index', 'moved', 'new', 'silent'] as const;

/** `silent`: the channel never changes on these images, in this model. */
export type MatchKind = (typeof matchKinds)[number];

export interface ChannelMatch {
  kind: MatchKind;
  /** The other model's channel with the highest correlation. */
  channel: number;
  correlation: number;
  /** With the same index. */
  ownCorrelation: number;
}

export interface LayerCorrelations {
  channels: number;
  /** [channels, channels], rows for the model that is matched. */
  correlations: Float32Array;
}

/**
 * Whether a channel of one model stayed where it was, moved or is new in another.
 * @param correlations [channels], with each channel of the other; all 0 for a channel that never changes
 */
export function matchNeuron(correlations: ArrayLike<number>, own: number): ChannelMatch {
  let channel = own;
  for (let other = 0; other < correlations.length; other++)
    if (correlations[other]! > correlations[channel]!) channel = other;
  const [correlation, ownCorrelation] = [correlations[channel]!, correlations[own]!];
  return { kind: kindOf(correlations, correlation, ownCorrelation), channel, correlation, ownCorrelation };
}

/** The match of every channel of a layer, by channel. */
export function matchLayer({ channels, correlations }: LayerCorrelations): ChannelMatch[] {
  return Array.from({ length: channels }, (_, channel) =>
    matchNeuron(correlations.subarray(channel * channels, (channel + 1) * channels), channel),
  );
}

function kindOf(correlations: ArrayLike<number>, best: number, own: number): MatchKind {
  if (Array.from(correlations).every((value) => value === 0)) return 'silent';
  if (best >= matchThreshold && best > own + moveMargin) return 'moved';
  return own >= matchThreshold ? 'same-index' : 'new';
}
