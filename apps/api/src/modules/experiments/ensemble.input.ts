import { antiRandomHalves } from '@kindred/core';
import { Field, Float, InputType, Int } from 'type-graphql';
import { OneOf } from '../../schema/one-of.ts';

@InputType({ description: 'How a parent’s weights are shared out among its children.' })
export class PruningInput {
  @Field(() => String, {
    defaultValue: antiRandomHalves.kind,
    description:
      '`anti-random`: the children split the weights, each kept by exactly one. `random`: each draws for itself.',
  })
  kind!: string;

  @Field(() => String, {
    defaultValue: antiRandomHalves.granularity,
    description: '`unstructured` removes single weights, `structured` whole output filters.',
  })
  granularity!: string;

  @Field(() => String, {
    defaultValue: antiRandomHalves.scope,
    description: 'What the sparsity is a share of: each `layer`, each `filter`, or all layers, `global`.',
  })
  scope!: string;

  @Field(() => Float, {
    defaultValue: antiRandomHalves.sparsity,
    description: 'Share that a child loses, above 0 and below 1; 1 − 1/k of k anti-random children.',
  })
  sparsity!: number;

  @Field(() => Int, { defaultValue: antiRandomHalves.children, description: 'Children drawn together, k.' })
  children!: number;
}

@InputType({ description: 'Children pruned from the parent, then tuned for a few epochs on one cycle.' })
export class PruneAndTuneInput {
  @Field(() => Int, {
    description: 'Draws of the pruning, each of as many children as it says: pairs by default.',
  })
  families!: number;

  @Field(() => PruningInput, {
    defaultValue: antiRandomHalves,
    description: 'How each draw shares out the weights.',
  })
  pruning!: PruningInput;

  @Field(() => Float, { description: 'Passes over the training images in tuning a child.' })
  epochs!: number;

  @Field(() => Float, { description: 'The peak of the one-cycle schedule.' })
  maxLearningRate!: number;

  @Field(() => Int, {
    defaultValue: 0,
    description:
      'Points on its way at which its weights are kept, so that pictures can show how it came to differ: evenly spaced, from before the first step on.',
  })
  checkpoints!: number;
}

@InputType({
  description: 'The parent’s largest weights, tuned as children are; for comparison, no ensemble.',
})
export class LotteryTicketInput {
  @Field(() => String, {
    defaultValue: 'unstructured',
    description: '`unstructured` removes single weights, `structured` whole output filters.',
  })
  granularity!: string;

  @Field(() => String, {
    defaultValue: 'global',
    description: 'What the sparsity is a share of: each `layer`, each `filter`, or all layers, `global`.',
  })
  scope!: string;

  @Field(() => Float, { defaultValue: 0.5, description: 'Share of the weights or filters that it loses.' })
  sparsity!: number;

  @Field(() => Float, { description: 'Passes over the training images in tuning it.' })
  epochs!: number;

  @Field(() => Float, { description: 'The peak of the one-cycle schedule.' })
  maxLearningRate!: number;

  @Field(() => Int, {
    defaultValue: 0,
    description:
      'Points on its way at which its weights are kept, so that pictures can show how it came to differ: evenly spaced, from before the first step on.',
  })
  checkpoints!: number;
}

@InputType({ description: 'The parent trained on in cosine cycles, a snapshot taken at the end of each.' })
export class SnapshotInput {
  @Field(() => Int, { description: 'Snapshots taken.' })
  members!: number;

  @Field(() => Float, { description: 'Passes over the training images in each cycle.' })
  epochs!: number;

  @Field(() => Float, { description: 'The rate that each cycle starts from.' })
  learningRate!: number;
}

@InputType({
  description: 'Fast geometric ensembling: the parent trained on in triangles, a member at every low point.',
})
export class FgeInput {
  @Field(() => Int, { description: 'Low points.' })
  members!: number;

  @Field(() => Float, {
    defaultValue: 4,
    description: 'Passes over the training images in one fall and rise.',
  })
  cycleEpochs!: number;

  @Field(() => Float, { defaultValue: 0.05, description: 'The rate that each cycle starts from.' })
  maxLearningRate!: number;

  @Field(() => Float, { defaultValue: 0.0001, description: 'The rate in the middle of a cycle.' })
  minLearningRate!: number;
}

@InputType({
  description: 'Horizontal voting: the parent trained on at a constant rate, a member every so many epochs.',
})
export class HorizontalVotingInput {
  @Field(() => Int, { description: 'Members taken.' })
  members!: number;

  @Field(() => Float, {
    defaultValue: 1,
    description: 'Passes over the training images between two members.',
  })
  epochs!: number;

  @Field(() => Float, { description: 'The constant rate: as a rule the parent’s last.' })
  learningRate!: number;
}

@InputType({
  description: 'A TreeNet: members that share the first half of the layers, on the parent’s schedule.',
})
export class TreeNetInput {
  @Field(() => Int, { defaultValue: 3, description: 'Branches.' })
  members!: number;

  @Field(() => Float, { description: 'Passes over the training images.' })
  epochs!: number;
}

@InputType({
  description:
    'A BatchEnsemble: members that share all weights but two vectors a layer, on the parent’s schedule.',
})
export class BatchEnsembleInput {
  @Field(() => Int, { defaultValue: 4, description: 'Members.' })
  members!: number;

  @Field(() => Float, { description: 'Passes over the training images.' })
  epochs!: number;
}

@InputType({
  description: 'MIMO: members of one network with an input and a head for each, on the parent’s schedule.',
})
export class MimoInput {
  @Field(() => Int, { defaultValue: 3, description: 'Inputs and heads.' })
  members!: number;

  @Field(() => Int, {
    defaultValue: 4,
    description: 'Times that an image is in a batch, beside others each time.',
  })
  repetitions!: number;

  @Field(() => Float, { description: 'Passes over the training images.' })
  epochs!: number;
}

@InputType({ description: 'Networks trained apart from each other, on the parent’s schedule.' })
export class DenseInput {
  @Field(() => Int, { description: 'Networks beside the parent.' })
  members!: number;

  @Field(() => Float, { description: 'Passes over the training images in training each.' })
  epochs!: number;
}

@InputType({
  description: 'Monte Carlo dropout: one network trained with dropout, and predictions with units dropped.',
})
export class DropoutInput {
  @Field(() => Int, { defaultValue: 30, description: 'Samples at test time.' })
  members!: number;

  @Field(() => Float, {
    defaultValue: 0.1,
    description: 'Share of units dropped, in training and at test time.',
  })
  rate!: number;

  @Field(() => Float, { description: 'Passes over the training images.' })
  epochs!: number;
}

@InputType({
  description:
    'Tickets by iterative magnitude pruning with rewinding, each of a run of its own from fresh weights.',
})
export class LtrInput {
  @Field(() => Int, { description: 'Runs.' })
  members!: number;

  @Field(() => Int, { defaultValue: 7, description: 'Times that each is pruned and rewound.' })
  rounds!: number;

  @Field(() => Float, { defaultValue: 0.8, description: 'Share of weights that are pruned in the end.' })
  sparsity!: number;

  @Field(() => Float, { description: 'Passes over the training images in the first round.' })
  epochs!: number;

  @Field(() => Float, { description: 'After how many of them lies the point that later rounds start from.' })
  rewindEpochs!: number;
}

@InputType({
  description:
    'EDST: one sparse network whose weights are dropped and grown while it trains, refined to one member after another.',
})
export class EdstInput {
  @Field(() => Int, { defaultValue: 3, description: 'Members.' })
  members!: number;

  @Field(() => Float, { defaultValue: 0.2, description: 'Share of the weights that are kept throughout.' })
  density!: number;

  @Field(() => Float, { description: 'Passes over the training images before the first refinement.' })
  explorationEpochs!: number;

  @Field(() => Float, { description: 'Passes over the training images in refining each member.' })
  refinementEpochs!: number;

  @Field(() => Float, {
    defaultValue: 0.1,
    description: 'The rate of the exploration; a tenth and a hundredth of it in refinement.',
  })
  learningRate!: number;

  @Field(() => Int, { defaultValue: 1000, description: 'Steps between two changes of the mask.' })
  regrowSteps!: number;

  @Field(() => Float, {
    defaultValue: 0.5,
    description: 'Share of the kept weights that a change replaces; it falls to none along a cosine.',
  })
  regrowShare!: number;

  @Field(() => Float, {
    defaultValue: 0.8,
    description: 'The same where the next member leaves the one before.',
  })
  escapeShare!: number;
}

@OneOf()
@InputType({ description: 'Exactly one of these, as its method asks.' })
export class EnsembleInput {
  @Field(() => PruneAndTuneInput, { nullable: true, description: 'A prune-and-tune ensemble.' })
  pruneAndTune?: PruneAndTuneInput;

  @Field(() => LotteryTicketInput, { nullable: true, description: 'A lottery ticket.' })
  lotteryTicket?: LotteryTicketInput;

  @Field(() => SnapshotInput, { nullable: true, description: 'A snapshot ensemble.' })
  snapshot?: SnapshotInput;

  @Field(() => FgeInput, { nullable: true, description: 'A fast geometric ensemble.' })
  fge?: FgeInput;

  @Field(() => HorizontalVotingInput, { nullable: true, description: 'Horizontal voting.' })
  horizontalVoting?: HorizontalVotingInput;

  @Field(() => DenseInput, { nullable: true, description: 'A dense ensemble.' })
  dense?: DenseInput;

  @Field(() => DropoutInput, { nullable: true, description: 'Monte Carlo dropout.' })
  dropout?: DropoutInput;

  @Field(() => LtrInput, { nullable: true, description: 'An ensemble of rewound lottery tickets.' })
  ltr?: LtrInput;

  @Field(() => EdstInput, { nullable: true, description: 'An ensemble by dynamic sparse training.' })
  edst?: EdstInput;

  @Field(() => TreeNetInput, { nullable: true, description: 'A TreeNet.' })
  treeNet?: TreeNetInput;

  @Field(() => BatchEnsembleInput, { nullable: true, description: 'A BatchEnsemble.' })
  batchEnsemble?: BatchEnsembleInput;

  @Field(() => MimoInput, { nullable: true, description: 'A MIMO network.' })
  mimo?: MimoInput;
}
