/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A BatchEnsemble: members that share all weights but two vectors a layer, on the parent’s schedule. */
export type BatchEnsembleInput = {
  /** Passes over the training images. */
  epochs: number;
  /** Members. */
  members?: number;
};

/** Where in the paper a number stands. */
export type ClaimPlace =
  /** Fig. 3: distances between pictures of one neuron. */
  | 'FIGURE_3'
  /** Table I: quality of ensembles. */
  | 'TABLE_1'
  /** Table II: diversity of their members. */
  | 'TABLE_2'
  /** Table III: the parent, its children and its lottery ticket. */
  | 'TABLE_3';

/** How a published number stands beside a measured one. */
export type ClaimVerdict =
  /** It lies above the measured interval. */
  | 'ABOVE'
  /** It lies, as far as it is rounded, within the measured interval. */
  | 'AGREES'
  /** It lies below the measured interval. */
  | 'BELOW'
  /** The experiment has no such number: `reasons`. */
  | 'NOT_MEASURED'
  /** Nothing measured has its definition: `reasons`. */
  | 'OTHER_DEFINITION'
  /** Measured by the same definition, on other data or networks: `reasons`. */
  | 'OTHER_SETTING';

/** Another trained model of the same architecture that looks at the same picture. */
export type ContrastInput = {
  /** Whether what it sees is taken away or added. */
  kind: ContrastKind;
  /** Its id. */
  model: string | number;
};

/** What becomes of what another model sees of the same neurons. */
export type ContrastKind =
  /** It is taken away: what only this model is excited by. */
  | 'DIFFERENCE'
  /** It is added: what both are excited by. */
  | 'SUM';

/** A way to spoil the test images, as CIFAR-10-C does. */
export type CorruptionInput = {
  /** One of `gaussian-noise`, `shot-noise`, `impulse-noise`, `defocus-blur`, `gaussian-blur`, `contrast`, `brightness`. */
  kind: string;
  /** How much: 1 to 5, each once. */
  severities?: Array<number>;
};

/** What to train and test on. */
export type DataInput = {
  /** How training images are changed each time that they are shown: `none`; `crop` shifts them by up to four pixels; `crop-and-flip` also mirrors every second one. */
  augmentation?: string;
  /** Name of a dataset. */
  name: string;
  /** Test images, the first of the test set. */
  test: number;
  /** Training images, taken by the seed from all there are; 0 where nothing is trained. */
  train: number;
};

/** Networks trained apart from each other, on the parent’s schedule. */
export type DenseInput = {
  /** Passes over the training images in training each. */
  epochs: number;
  /** Networks beside the parent. */
  members: number;
};

/** What the distances of several neurons are ordered by. */
export type DistanceOrder =
  /** The farthest apart first. */
  | 'BITS'
  /** From the input of the network on. */
  | 'NEURON'
  /** Those that lie highest between their floors and ceilings first. */
  | 'POSITION'
  /** Those that lie highest beside their ceilings first. */
  | 'Z';

/** A group of pictures that are to differ by their features in the neuron’s layer. */
export type DiversityInput = {
  /** Which of them is looked up; a request asks for all. */
  index?: number;
  /** How many, 2 to 8. */
  of: number;
  /** Of what they share, against the sum of their activations; Lucent’s examples have 100. */
  weight?: number;
};

/** Monte Carlo dropout: one network trained with dropout, and predictions with units dropped. */
export type DropoutInput = {
  /** Passes over the training images. */
  epochs: number;
  /** Samples at test time. */
  members?: number;
  /** Share of units dropped, in training and at test time. */
  rate?: number;
};

/** EDST: one sparse network whose weights are dropped and grown while it trains, refined to one member after another. */
export type EdstInput = {
  /** Share of the weights that are kept throughout. */
  density?: number;
  /** The same where the next member leaves the one before. */
  escapeShare?: number;
  /** Passes over the training images before the first refinement. */
  explorationEpochs: number;
  /** The rate of the exploration; a tenth and a hundredth of it in refinement. */
  learningRate?: number;
  /** Members. */
  members?: number;
  /** Passes over the training images in refining each member. */
  refinementEpochs: number;
  /** Share of the kept weights that a change replaces; it falls to none along a cosine. */
  regrowShare?: number;
  /** Steps between two changes of the mask. */
  regrowSteps?: number;
};

/** Exactly one of these, as its method asks. */
export type EnsembleInput =
  {   /** A BatchEnsemble. */
  batchEnsemble: BatchEnsembleInput; dense?: never; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never;   /** A dense ensemble. */
  dense: DenseInput; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never;   /** Monte Carlo dropout. */
  dropout: DropoutInput; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never;   /** An ensemble by dynamic sparse training. */
  edst: EdstInput; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never;   /** A fast geometric ensemble. */
  fge: FgeInput; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never; fge?: never;   /** Horizontal voting. */
  horizontalVoting: HorizontalVotingInput; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never;   /** A lottery ticket. */
  lotteryTicket: LotteryTicketInput; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never;   /** An ensemble of rewound lottery tickets. */
  ltr: LtrInput; mimo?: never; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never;   /** A MIMO network. */
  mimo: MimoInput; pruneAndTune?: never; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never;   /** A prune-and-tune ensemble. */
  pruneAndTune: PruneAndTuneInput; snapshot?: never; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never;   /** A snapshot ensemble. */
  snapshot: SnapshotInput; treeNet?: never; }
  |  { batchEnsemble?: never; dense?: never; dropout?: never; edst?: never; fge?: never; horizontalVoting?: never; lotteryTicket?: never; ltr?: never; mimo?: never; pruneAndTune?: never; snapshot?: never;   /** A TreeNet. */
  treeNet: TreeNetInput; };

/** How the members and the ensembles are measured. */
export type EvaluateInput = {
  /** Of the intervals beside each measurement. */
  confidence?: number;
  /** What all are measured under beside the test images as they are, each kind once. */
  corruptions?: Array<CorruptionInput>;
  /** Equal bins of the expected calibration error. */
  eceBins?: number;
};

/** Which experiments are looked for; each part narrows them down further. */
export type ExperimentFilter = {
  /** Those of this architecture, by its name. */
  architecture?: string | null | undefined;
  /** Those on this dataset, by its name. */
  dataset?: string | null | undefined;
  /** Those whose name contains this, in upper or lower case. */
  search?: string | null | undefined;
  /** Those that started then or later. */
  startedAfter?: string | null | undefined;
  /** Those that started before. */
  startedBefore?: string | null | undefined;
  /** Those that stand at any of these. */
  status?: Array<ExperimentStatus> | null | undefined;
};

/** What an experiment is asked to do. */
export type ExperimentInput = {
  /** What to train and test on. */
  data: DataInput;
  /** What is made beside the parent, each method once at most. */
  ensembles: Array<EnsembleInput>;
  /** How quality is measured. */
  evaluate: EvaluateInput;
  /** A title for people. */
  name: string;
  /** The network that the family comes from. */
  parent: ParentInput;
  /** A label of the workers that may do its jobs, such as `gpu` or `backend:webgpu`; any worker that has the dataset unless given. */
  runOn?: string | null | undefined;
  /** Every random draw follows from it: 0 to 2147483647. */
  seed: number;
  /** Which neurons get a picture. */
  visualize: VisualizeInput;
};

/** What experiments are listed by. */
export type ExperimentOrder =
  /** Their names. */
  | 'NAME'
  /** When they were asked for, the last one first. */
  | 'NEWEST'
  /** When they were asked for, the first one first. */
  | 'OLDEST';

/** Where an experiment stands. */
export type ExperimentStatus =
  /** It was stopped; `retryExperiment` goes on with it. */
  | 'CANCELLED'
  /** Every job is done. */
  | 'DONE'
  /** A job failed; `error` says why. */
  | 'FAILED'
  /** No job has started. */
  | 'QUEUED'
  /** Some job has started. */
  | 'RUNNING';

/** Fast geometric ensembling: the parent trained on in triangles, a member at every low point. */
export type FgeInput = {
  /** Passes over the training images in one fall and rise. */
  cycleEpochs?: number;
  /** The rate that each cycle starts from. */
  maxLearningRate?: number;
  /** Low points. */
  members: number;
  /** The rate in the middle of a cycle. */
  minLearningRate?: number;
};

/** One of the perceptual hashes that distances are counted by. */
export type HashName =
  /** Pixels above their mean, 64 bits. */
  | 'AVERAGE'
  /** Shares of black, grey and twelve colours, 42 bits. */
  | 'COLOR'
  /** Pixels brighter than their left neighbour, 64 bits. */
  | 'DIFFERENCE'
  /** Low frequencies above their median, 64 bits. */
  | 'PERCEPTUAL'
  /** Block means above their median, 64 bits. */
  | 'WAVELET';

/** Horizontal voting: the parent trained on at a constant rate, a member every so many epochs. */
export type HorizontalVotingInput = {
  /** Passes over the training images between two members. */
  epochs?: number;
  /** The constant rate: as a rule the parent’s last. */
  learningRate: number;
  /** Members taken. */
  members: number;
};

/** Where a job stands. */
export type JobStatus =
  /** It was stopped, or what it waited for was or failed; `retryJob` queues it again. */
  | 'CANCELLED'
  /** Its results are stored. */
  | 'DONE'
  /** Its `error` says why. */
  | 'FAILED'
  /** Until a worker takes it; its `missingLabels` say where none can. */
  | 'QUEUED'
  /** On a worker. */
  | 'RUNNING'
  /** For the jobs that it depends on. */
  | 'WAITING';

/** The parent’s largest weights, tuned as children are; for comparison, no ensemble. */
export type LotteryTicketInput = {
  /** Points on its way at which its weights are kept, so that pictures can show how it came to differ: evenly spaced, from before the first step on. */
  checkpoints?: number;
  /** Passes over the training images in tuning it. */
  epochs: number;
  /** `unstructured` removes single weights, `structured` whole output filters. */
  granularity?: string;
  /** The peak of the one-cycle schedule. */
  maxLearningRate: number;
  /** What the sparsity is a share of: each `layer`, each `filter`, or all layers, `global`. */
  scope?: string;
  /** Share of the weights or filters that it loses. */
  sparsity?: number;
};

/** Tickets by iterative magnitude pruning with rewinding, each of a run of its own from fresh weights. */
export type LtrInput = {
  /** Passes over the training images in the first round. */
  epochs: number;
  /** Runs. */
  members: number;
  /** After how many of them lies the point that later rounds start from. */
  rewindEpochs: number;
  /** Times that each is pruned and rewound. */
  rounds?: number;
  /** Share of weights that are pruned in the end. */
  sparsity?: number;
};

/** Whether a neuron stayed at its index in another model, moved to another one, or is new there. */
export type MatchKind =
  /** Another index correlates by much more. */
  | 'MOVED'
  /** No index correlates. */
  | 'NEW'
  /** The same index correlates, and no other by much more. */
  | 'SAME_INDEX'
  /** It never changes on these images. */
  | 'SILENT';

/** MIMO: members of one network with an input and a head for each, on the parent’s schedule. */
export type MimoInput = {
  /** Passes over the training images. */
  epochs: number;
  /** Inputs and heads. */
  members?: number;
  /** Times that an image is in a batch, beside others each time. */
  repetitions?: number;
};

/** How a model came to be. */
export type ModelKind =
  /** Members that share all weights but two vectors a layer. */
  | 'BATCH_ENSEMBLE'
  /** What another model was on its way, after some of its training. */
  | 'CHECKPOINT'
  /** The parent pruned by a mask, then tuned. */
  | 'CHILD'
  /** Trained from scratch beside the parent. */
  | 'DENSE'
  /** Trained with dropout; its members are thinned at random. */
  | 'DROPOUT'
  /** A sparse network whose weights are dropped and grown while it trains. */
  | 'EDST'
  /** The parent trained on to a low point of a triangle, or a later one. */
  | 'FGE'
  /** The parent trained on for the last epochs of its run. */
  | 'HORIZONTAL'
  /** A ticket of iterative magnitude pruning with rewinding. */
  | 'LTR'
  /** Members that share a network with an input and a head for each. */
  | 'MIMO'
  /** Trained from scratch; the family comes from it. */
  | 'PARENT'
  /** The parent trained on for a cosine cycle or more. */
  | 'SNAPSHOT'
  /** The parent’s largest weights, then tuned: its lottery ticket. */
  | 'TICKET'
  /** Members with branches of their own on a trunk that they share. */
  | 'TREENET';

/** What a picture is to raise or lower, starting from its neuron. */
export type ObjectiveInput = {
  /** Where in its map the neuron is read; the mean without. */
  at?: PlaceInput | null | undefined;
  /** Sets the neuron against the same of another model. */
  contrast?: ContrastInput | null | undefined;
  /** Asks for several pictures that are to differ. */
  diversity?: DiversityInput | null | undefined;
  /** Whether the sum of the terms is raised or lowered. */
  sign?: ObjectiveSign;
  /** Neurons beside it: another for a pair, more of its layer for a direction. */
  with?: Array<ObjectiveTermInput> | null | undefined;
};

/** Whether a picture raises or lowers. */
export type ObjectiveSign =
  /** It raises the sum of its terms. */
  | 'MAXIMISE'
  /** It lowers the sum of its terms. */
  | 'MINIMISE';

/** A neuron that a picture is to raise or lower beside its own. */
export type ObjectiveTermInput = {
  /** Where in its map; the mean without. */
  at?: PlaceInput | null | undefined;
  /** Its address. */
  neuron: string;
  /** Below 0 it is lowered where the others are raised. */
  weight?: number;
};

/** Pairs of models of one family that are compared with each other. */
export type PairKind =
  /** Children without a sibling, each with the next. */
  | 'CHILDREN'
  /** Each dense network with the next. */
  | 'DENSE'
  /** Each member of the sparse run with the next. */
  | 'EDST'
  /** Each low point with the next. */
  | 'FGE'
  /** Each of the last epochs with the next. */
  | 'HORIZONTAL'
  /** Each rewound ticket with the next. */
  | 'LTR'
  /** Children whose masks are complements. */
  | 'SIBLINGS'
  /** Each snapshot with the next. */
  | 'SNAPSHOTS';

/** The network that the family comes from, and how it is trained. */
export type ParentInput = {
  /** Name of an architecture. */
  architecture: string;
  /** Images a step. */
  batchSize: number;
  /** Passes over the training images; a part of one takes that share of its batches, and 0 takes given weights as they are. */
  epochs: number;
  /** The rate that its schedule starts from. */
  learningRate: number;
  /** How the rate goes, also for what is trained beside the parent from fresh weights: `piecewise` is full for half of the steps, then falls to a hundredth; `step` is divided by five at 30, 60 and 80 %. */
  schedule?: string;
  /** L2 penalty on the weights, 0 for none. */
  weightDecay: number;
  /** Name of a safetensors file in the folder `weights` of the workers’ data, under PyTorch’s names; fresh weights unless given. */
  weights?: string | null | undefined;
};

/** A cell of a layer’s map, as it is for the picture with its border of grey. */
export type PlaceInput = {
  /** Column, from 0; the middle without. */
  x?: number | null | undefined;
  /** Row, from 0; the middle without. */
  y?: number | null | undefined;
};

/** Children pruned from the parent, then tuned for a few epochs on one cycle. */
export type PruneAndTuneInput = {
  /** Points on its way at which its weights are kept, so that pictures can show how it came to differ: evenly spaced, from before the first step on. */
  checkpoints?: number;
  /** Passes over the training images in tuning a child. */
  epochs: number;
  /** Draws of the pruning, each of as many children as it says: pairs by default. */
  families: number;
  /** The peak of the one-cycle schedule. */
  maxLearningRate: number;
  /** How each draw shares out the weights. */
  pruning?: PruningInput;
};

/** How a parent’s weights are shared out among its children. */
export type PruningInput = {
  /** Children drawn together, k. */
  children?: number;
  /** `unstructured` removes single weights, `structured` whole output filters. */
  granularity?: string;
  /** `anti-random`: the children split the weights, each kept by exactly one. `random`: each draws for itself. */
  kind?: string;
  /** What the sparsity is a share of: each `layer`, each `filter`, or all layers, `global`. */
  scope?: string;
  /** Share that a child loses, above 0 and below 1; 1 − 1/k of k anti-random children. */
  sparsity?: number;
};

/** Which models are measured together, and how. */
export type RequestEvaluationInput = {
  /** What of the members is averaged: `mean-softmax`, `mean-logits`. */
  averaging?: string;
  /** Of the intervals beside each measurement. */
  confidence?: number;
  /** Equal bins of the expected calibration error. */
  eceBins?: number;
  /** Pairs of members that KL is averaged over: `ordered`, `i<j`. */
  klPairs?: string;
  /** Ids of models of one experiment, each once; the parent may be one. */
  models: Array<string | number>;
};

/** Which activation grids, and by which recipe. */
export type RequestGridInput = {
  /** Which of its images, from 0: a test image, or behind those one that somebody brought. */
  image: number;
  /** Name of a layer. */
  layer: string;
  /** Ids of models of one experiment. */
  models: Array<string | number>;
  /** `quick` for a first look (24 pixels a cell, 64 steps, 6 groups), `simple` (48 pixels, 1024 steps, each cell alone), `grouped` (60 pixels, 1024 steps, 6 groups). */
  preset?: string;
  /** Start pictures, transforms and groups follow from it. */
  seed?: number;
};

/** Which layers of which models are matched. */
export type RequestMatchesInput = {
  /** Test images to correlate on, the first so many; 1,000, or all where there are fewer, when left out. */
  images?: number | null | undefined;
  /** Names of layers; all of them when left out. */
  layers?: Array<string> | null | undefined;
  /** A model. */
  model: string | number;
  /** Another one of its family. */
  other: string | number;
};

/** Which saliency maps, and how they are taken. */
export type RequestSaliencyInput = {
  /** Which of its images, from 0: test images, and behind them those that people brought; 100 at most. */
  images: Array<number>;
  /** `gradient`, or SmoothGrad: `smoothgrad-paper` (10 copies, noise 1, signed), `smoothgrad-pair` (25 copies, noise 0.15 of the range, squared), `smoothgrad-captum` (10 copies, noise 1, absolute). */
  method?: string;
  /** Ids of models of one experiment. */
  models: Array<string | number>;
  /** Noise and fresh weights follow from it. */
  seed?: number;
  /** Whose score: `predicted` by each model, `label`, which an image that somebody brought has none of, or a class from 0 as a number. */
  target?: string;
};

/** Which layer of which family is looked at. */
export type RequestTopImagesInput = {
  /** An experiment: all of its trained models are looked at. */
  experiment: string | number;
  /** Name of a layer. */
  layer: string;
};

/** Which pictures, and by which recipe. */
export type RequestVisualizationsInput = {
  /** Ids of models. */
  models: Array<string | number>;
  /** The neurons, in each of the models. */
  neurons: Array<string>;
  /** What they are to raise or lower; the mean activation of the neuron is raised without. */
  objective?: ObjectiveInput | null | undefined;
  /** Name of a preset: `quick`, `lucent`, `paper`. */
  preset: string;
  /** Start image and transforms follow from it. */
  seed: number;
  /** Steps after which the pictures are kept too, from 1 to the preset’s last. */
  steps?: Array<number>;
};

/** What somebody may do in a workspace, each what those before it may too. */
export type Role =
  /** Invites people, gives them roles, and sees what was done. */
  | 'ADMIN'
  /** Starts experiments, asks for pictures, evaluations and files, and writes notes. */
  | 'EDITOR'
  /** Looks at everything. */
  | 'VIEWER';

/** The parent trained on in cosine cycles, a snapshot taken at the end of each. */
export type SnapshotInput = {
  /** Passes over the training images in each cycle. */
  epochs: number;
  /** The rate that each cycle starts from. */
  learningRate: number;
  /** Snapshots taken. */
  members: number;
};

/** A TreeNet: members that share the first half of the layers, on the parent’s schedule. */
export type TreeNetInput = {
  /** Passes over the training images. */
  epochs: number;
  /** Branches. */
  members?: number;
};

/** Where a picture stands. */
export type VisualizationStatus =
  /** It is stored. */
  | 'DONE'
  /** Its `error` says why. */
  | 'FAILED'
  /** Asked for, not painted yet. */
  | 'QUEUED';

/** Which neurons get a picture. */
export type VisualizeInput = {
  /** Neurons of each layer, in every model; 0 for none. */
  neuronsPerLayer: number;
  /** Name of a preset of feature visualization: `quick`, `lucent`, `paper`. */
  preset: string;
  /** Pictures of each neuron, by the experiment’s seed and those that follow it, up to 16. Distances have a floor from 2 on. */
  seeds?: number;
};

export type FamilyLayerPicturesQueryVariables = Exact<{
  experiment: string | number;
  layer: string;
  channels: Array<number> | number;
  first: number;
}>;


export type FamilyLayerPicturesQuery = { experiment: { id: string, models: { nodes: Array<{ id: string, neurons: { nodes: Array<{ id: string, channel: number, visualization: { id: string, status: VisualizationStatus, error: string | null, image: { url: string, width: number, height: number } | null } | null }> } }> } } | null };

export type ModelLayerPicturesQueryVariables = Exact<{
  model: string | number;
  layer: string;
  channels: Array<number> | number;
  first: number;
}>;


export type ModelLayerPicturesQuery = { model: { id: string, neurons: { nodes: Array<{ id: string, channel: number, visualization: { id: string, status: VisualizationStatus, error: string | null, image: { url: string, width: number, height: number } | null } | null }> } } | null };

export type LayerDistancesQueryVariables = Exact<{
  model: string | number;
  against: string | number;
  layer: string;
  channels: Array<number> | number;
  first: number;
}>;


export type LayerDistancesQuery = { model: { id: string, neurons: { nodes: Array<{ id: string, channel: number, distanceTo: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null }> } } | null };

export type NeuronOrderQueryVariables = Exact<{
  model: string | number;
  against: string | number;
  orderBy: DistanceOrder;
  hash: HashName;
}>;


export type NeuronOrderQuery = { model: { id: string, distanceTo: { refs: Array<string> } | null } | null };

export type MatchKindsQueryVariables = Exact<{
  model: string | number;
  other: string | number;
  layer: string;
}>;


export type MatchKindsQuery = { model: { id: string, layerMatch: { images: number, definition: string, matches: Array<{ kind: MatchKind }> } | null } | null };

export type LayerPicturesFragment = { id: string, neurons: { nodes: Array<{ id: string, channel: number, visualization: { id: string, status: VisualizationStatus, error: string | null, image: { url: string, width: number, height: number } | null } | null }> } };

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { architectures: Array<{ name: string, description: string }>, datasets: Array<{ name: string, description: string, trainImages: number, testImages: number }> };

export type ClaimedExperimentsQueryVariables = Exact<{
  first: number;
}>;


export type ClaimedExperimentsQuery = { experiments: { nodes: Array<{ id: string, name: string, seed: number, status: ExperimentStatus, dataset: { name: string }, architecture: { name: string } }> } };

export type ClaimsQueryVariables = Exact<{
  experiment: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type ClaimsQuery = { experiment: { id: string, name: string, seed: number, dataset: { name: string }, architecture: { name: string } } | null, claims: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ place: ClaimPlace, part: string, row: string, column: string, printed: string, unit: string, fromElsewhere: boolean, definition: string, slip: string | null, verdict: ClaimVerdict, reasons: Array<string>, measured: { value: number, low: number | null, high: number | null, definition: string } | null, evaluation: { id: string, name: string, dataset: string, images: number, backend: string, codeVersion: string } | null }> } };

export type ClaimFieldsFragment = { place: ClaimPlace, part: string, row: string, column: string, printed: string, unit: string, fromElsewhere: boolean, definition: string, slip: string | null, verdict: ClaimVerdict, reasons: Array<string>, measured: { value: number, low: number | null, high: number | null, definition: string } | null, evaluation: { id: string, name: string, dataset: string, images: number, backend: string, codeVersion: string } | null };

export type SavingQueryVariables = Exact<{
  saved: string | number;
  isSaved: boolean;
}>;


export type SavingQuery = { viewer: { role: Role }, node?:
    | { __typename: 'ActivationGrid' }
    | { __typename: 'Artifact' }
    | { __typename: 'Evaluation' }
    | { __typename: 'Experiment' }
    | { __typename: 'Job' }
    | { __typename: 'Model' }
    | { __typename: 'Neuron' }
    | { __typename: 'Note' }
    | { __typename: 'SaliencyMap' }
    | { __typename: 'SavedComparison', id: string, title: string, path: string, mine: boolean, createdAt: string, author: { name: string } | null, experiment: { id: string, name: string } }
    | { __typename: 'Visualization' }
   | null };

export type SavedComparisonsQueryVariables = Exact<{
  experiment?: string | number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SavedComparisonsQuery = { savedComparisons: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, path: string, mine: boolean, createdAt: string, author: { name: string } | null, experiment: { id: string, name: string } }> }, viewer: { role: Role } };

export type SaveComparisonMutationVariables = Exact<{
  title: string;
  path: string;
}>;


export type SaveComparisonMutation = { saveComparison: { id: string } };

export type RemoveComparisonMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveComparisonMutation = { removeComparison: { id: string } };

export type SavedComparisonFieldsFragment = { id: string, title: string, path: string, mine: boolean, createdAt: string, author: { name: string } | null, experiment: { id: string, name: string } };

export type ModelDivergenceQueryVariables = Exact<{
  model: string | number;
}>;


export type ModelDivergenceQuery = { model: { id: string, divergence: Array<{ epoch: number, model: { id: string, name: string }, toParent: { preset: string, seed: number, average: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, perceptual: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, difference: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, wavelet: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, color: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } } } | null, toSibling: { preset: string, seed: number, average: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, perceptual: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, difference: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, wavelet: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, color: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } } } | null }> } | null };

export type NeuronDivergenceQueryVariables = Exact<{
  model: string | number;
  at: string;
  preset: string;
  seed: number;
}>;


export type NeuronDivergenceQuery = { model: { id: string, neuron: { id: string, divergence: Array<{ epoch: number, neuron: { id: string, model: { id: string, name: string }, visualization: { id: string, status: VisualizationStatus, error: string | null, image: { url: string, width: number, height: number } | null } | null }, toParent: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null, toSibling: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null }> } } | null };

export type EnsembleQueryVariables = Exact<{
  members: Array<string | number> | string | number;
  eceBins: number;
  confidence: number;
}>;


export type EnsembleQuery = { ensemble: { evaluation: { id: string, dataset: string, images: number, averaging: string, includesParent: boolean, backend: string, codeVersion: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, nll: { value: number, low: number | null, high: number | null, definition: string }, ece: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null, job: { id: string, status: JobStatus, error: string | null } | null } };

export type RequestEvaluationMutationVariables = Exact<{
  input: RequestEvaluationInput;
}>;


export type RequestEvaluationMutation = { requestEvaluation: { evaluation: { id: string } | null, job: { id: string, status: JobStatus } | null } };

export type EvaluationFieldsFragment = { id: string, dataset: string, images: number, averaging: string, includesParent: boolean, backend: string, codeVersion: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, nll: { value: number, low: number | null, high: number | null, definition: string }, ece: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null };

export type MeasurementFieldsFragment = { value: number, low: number | null, high: number | null, definition: string };

export type ExperimentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ExperimentsQuery = { experiments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ visualizedNeurons: Array<string>, seed: number, createdAt: string, id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, models: { totalCount: number }, dataset: { name: string }, architecture: { name: string }, parent: { id: string, evaluation: { id: string, accuracy: { value: number, low: number | null, high: number | null, definition: string } } | null }, ensembles: Array<{ name: string, size: number, evaluation: { id: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null }>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } }> } };

export type HomeQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ExperimentFilter | null | undefined;
  order: ExperimentOrder;
}>;


export type HomeQuery = { viewer: { role: Role }, datasets: Array<{ name: string }>, architectures: Array<{ name: string }>, experiments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ error: string | null, seed: number, createdAt: string, id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, models: { totalCount: number, nodes: Array<{ id: string, name: string, kind: ModelKind, members: number, parent: { id: string } | null, sibling: { id: string, name: string } | null }> }, strip: Array<{ id: string, ref: string, model: { id: string, name: string }, visualization: { id: string, status: VisualizationStatus, image: { url: string, width: number, height: number } | null } | null }>, dataset: { name: string }, architecture: { name: string }, parent: { id: string, evaluation: { id: string, accuracy: { value: number, low: number | null, high: number | null, definition: string } } | null }, ensembles: Array<{ name: string, size: number, evaluation: { id: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null }>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } }> } };

export type ExperimentExistsQueryVariables = Exact<{
  id: string | number;
}>;


export type ExperimentExistsQuery = { experiment: { id: string } | null };

export type ExperimentQueryVariables = Exact<{
  id: string | number;
}>;


export type ExperimentQuery = { viewer: { role: Role }, experiment: { error: string | null, seed: number, trainImages: number, testImages: number, createdAt: string, configuration: unknown, visualizedNeurons: Array<string>, id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, dataset: { name: string }, architecture: { name: string }, ownImages: Array<{ imageIndex: number, name: string, mine: boolean, image: { url: string, width: number, height: number } }>, saliencyMaps: { nodes: Array<{ imageIndex: number, input: { url: string, width: number, height: number } | null }> }, models: { totalCount: number, nodes: Array<{ status: JobStatus, weightsDigest: string | null, maskDigest: string | null, onnxDigest: string | null, onnxStatus: JobStatus | null, sparsity: number | null, id: string, name: string, kind: ModelKind, members: number, trainingCurve: { steps: number, stepsAPoint: number, losses: Array<number>, learningRates: Array<number> } | null, training: { schedule: string, epochs: number, trainImages: number, seconds: number, flops: number | null, importedFrom: string | null, lossByEpoch: Array<number>, backend: string } | null, evaluation: { id: string, dataset: string, images: number, averaging: string, includesParent: boolean, backend: string, codeVersion: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, nll: { value: number, low: number | null, high: number | null, definition: string }, ece: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null, parent: { id: string } | null, sibling: { id: string, name: string } | null }> }, ensembles: Array<{ name: string, size: number, members: Array<{ id: string }>, evaluation: { id: string, dataset: string, images: number, averaging: string, includesParent: boolean, backend: string, codeVersion: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, nll: { value: number, low: number | null, high: number | null, definition: string }, ece: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null }>, corruptedAccuracies: Array<{ name: string, severity: number, accuracy: number, corruptions: number }>, jobs: { nodes: Array<{ id: string, name: string, status: JobStatus, error: string | null, model: { id: string, name: string } | null, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } }> }, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } | null };

export type NewExperimentQueryVariables = Exact<{ [key: string]: never; }>;


export type NewExperimentQuery = { viewer: { role: Role }, architectures: Array<{ name: string, description: string }>, datasets: Array<{ name: string, description: string, trainImages: number, testImages: number }> };

export type EstimateExperimentQueryVariables = Exact<{
  experiment: ExperimentInput;
}>;


export type EstimateExperimentQuery = { estimate: { jobs: number, images: number, floatingPointOperations: number | null, seconds: number | null, missing: Array<string> } };

export type ExperimentStandingQueryVariables = Exact<{
  id: string | number;
}>;


export type ExperimentStandingQuery = { experiment: { error: string | null, id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } | null };

export type LatestExperimentQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestExperimentQuery = { experiments: { nodes: Array<{ id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } }> } };

export type ExperimentChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ExperimentChangedSubscription = { experiment: { id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } };

export type StartExperimentMutationVariables = Exact<{
  input: ExperimentInput;
}>;


export type StartExperimentMutation = { startExperiment: { experiment: { id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } } };

export type CancelExperimentMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelExperimentMutation = { cancelExperiment: { id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } };

export type RetryExperimentMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryExperimentMutation = { retryExperiment: { id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } };

export type ExperimentStandingFragment = { id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } };

export type ListedExperimentFragment = { seed: number, createdAt: string, id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, dataset: { name: string }, architecture: { name: string }, parent: { id: string, evaluation: { id: string, accuracy: { value: number, low: number | null, high: number | null, definition: string } } | null }, ensembles: Array<{ name: string, size: number, evaluation: { id: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null }>, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } };

export type ActivationGridsQueryVariables = Exact<{
  experiment: string | number;
  imageIndex: number;
  layer: string;
  preset: string;
  seed: number;
}>;


export type ActivationGridsQuery = { experiment: { id: string, grids: { nodes: Array<{ id: string, status: VisualizationStatus, error: string | null, model: { id: string }, image: { url: string, width: number, height: number } | null, result: { rows: number, columns: number, cellSize: number, contentKey: string, backend: string, codeVersion: string, grouping: { groups: number, error: number } | null } | null, job: { status: JobStatus, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } | null }> } } | null };

export type RequestGridMutationVariables = Exact<{
  input: RequestGridInput;
}>;


export type RequestGridMutation = { requestGrid: { grids: Array<{ id: string, status: VisualizationStatus, error: string | null }> } };

export type ActivationGridFieldsFragment = { id: string, status: VisualizationStatus, error: string | null, model: { id: string }, image: { url: string, width: number, height: number } | null, result: { rows: number, columns: number, cellSize: number, contentKey: string, backend: string, codeVersion: string, grouping: { groups: number, error: number } | null } | null, job: { status: JobStatus, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } | null };

export type JobStandingQueryVariables = Exact<{
  id: string | number;
}>;


export type JobStandingQuery = { node:
    | { id: string, name: string, status: JobStatus, error: string | null, model: { id: string, name: string } | null, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } }
    | Record<PropertyKey, never>
   | null };

export type CancelJobMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelJobMutation = { cancelJob: { id: string, name: string, status: JobStatus, error: string | null, model: { id: string, name: string } | null, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } };

export type RetryJobMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryJobMutation = { retryJob: { id: string, name: string, status: JobStatus, error: string | null, model: { id: string, name: string } | null, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } };

export type JobFieldsFragment = { id: string, name: string, status: JobStatus, error: string | null, model: { id: string, name: string } | null, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } };

export type ProgressFieldsFragment = { done: number, total: number, unit: string, share: number, secondsLeft: number | null };

export type FamilyMasksQueryVariables = Exact<{
  experiment: string | number;
}>;


export type FamilyMasksQuery = { experiment: { models: { nodes: Array<{ id: string, mask: { weights: number, kept: number, filters: number, deadFilters: number, collapsed: Array<string>, tensors: Array<{ tensor: string, weights: number, kept: number, filters: number, deadFilters: number }> } | null }> } } | null };

export type InheritedSharesQueryVariables = Exact<{
  experiment: string | number;
  of: string | number;
}>;


export type InheritedSharesQuery = { experiment: { models: { nodes: Array<{ id: string, maskOverlap: { inherited: number | null, tensors: Array<{ tensor: string, inherited: number | null }> } | null }> } } | null };

export type MaskOverlapQueryVariables = Exact<{
  model: string | number;
  other: string | number;
}>;


export type MaskOverlapQuery = { model: { maskOverlap: { weights: number, both: number, neither: number, distance: number, complements: boolean, tensors: Array<{ tensor: string, weights: number, both: number, onlyThis: number, onlyOther: number, neither: number }> } | null } | null };

export type MaskFieldsFragment = { weights: number, kept: number, filters: number, deadFilters: number, collapsed: Array<string>, tensors: Array<{ tensor: string, weights: number, kept: number, filters: number, deadFilters: number }> };

export type MaskOverlapFieldsFragment = { weights: number, both: number, neither: number, distance: number, complements: boolean, tensors: Array<{ tensor: string, weights: number, both: number, onlyThis: number, onlyOther: number, neither: number }> };

export type FamilyMatchesQueryVariables = Exact<{
  experiment: string | number;
  at: string;
  in: string | number;
}>;


export type FamilyMatchesQuery = { experiment: { id: string, models: { nodes: Array<{ id: string, neuron: { id: string, match: { kind: MatchKind, correlation: number, ownCorrelation: number, images: number, definition: string, neuron: { id: string, ref: string, channel: number } } | null } }> } } | null };

export type NeuronMatchQueryVariables = Exact<{
  model: string | number;
  at: string;
  in: string | number;
}>;


export type NeuronMatchQuery = { model: { id: string, neuron: { id: string, match: { kind: MatchKind, correlation: number, ownCorrelation: number, images: number, definition: string, neuron: { id: string, ref: string, channel: number } } | null } } | null };

export type LayerMatchQueryVariables = Exact<{
  model: string | number;
  other: string | number;
  layer: string;
}>;


export type LayerMatchQuery = { model: { id: string, layerMatch: { channels: number, correlations: Array<Array<number>>, same: number, moved: number, new: number, silent: number, images: number, definition: string, matches: Array<{ kind: MatchKind, correlation: number, ownCorrelation: number, images: number, definition: string, neuron: { id: string, ref: string, channel: number } }> } | null } | null };

export type RequestMatchesMutationVariables = Exact<{
  input: RequestMatchesInput;
}>;


export type RequestMatchesMutation = { requestMatches: { job: { id: string, status: JobStatus } | null } };

export type NeuronMatchFieldsFragment = { kind: MatchKind, correlation: number, ownCorrelation: number, images: number, definition: string, neuron: { id: string, ref: string, channel: number } };

export type FamilyQueryVariables = Exact<{
  experiment: string | number;
}>;


export type FamilyQuery = { experiment: { seed: number, configuration: unknown, visualizedNeurons: Array<string>, id: string, name: string, status: ExperimentStatus, missingLabels: Array<string>, architecture: { name: string }, models: { nodes: Array<{ id: string, name: string, kind: ModelKind, members: number, parent: { id: string } | null, sibling: { id: string, name: string } | null }> }, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } | null };

export type ModelsQueryVariables = Exact<{
  experiment: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type ModelsQuery = { experiment: { id: string, models: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ status: JobStatus, weightsDigest: string | null, maskDigest: string | null, onnxDigest: string | null, onnxStatus: JobStatus | null, sparsity: number | null, id: string, name: string, kind: ModelKind, members: number, training: { schedule: string, epochs: number, trainImages: number, seconds: number, flops: number | null, importedFrom: string | null, lossByEpoch: Array<number>, backend: string } | null, evaluation: { id: string, dataset: string, images: number, averaging: string, includesParent: boolean, backend: string, codeVersion: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, nll: { value: number, low: number | null, high: number | null, definition: string }, ece: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null, parent: { id: string } | null, sibling: { id: string, name: string } | null }> } } | null };

export type FamilyNamesQueryVariables = Exact<{
  experiment: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type FamilyNamesQuery = { experiment: { id: string, models: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, experiment: { id: string, name: string, seed: number } }> } } | null };

export type FamilyPredictionsQueryVariables = Exact<{
  experiment: string | number;
}>;


export type FamilyPredictionsQuery = { viewer: { role: Role }, experiment: { id: string, name: string, seed: number, dataset: { name: string, classes: number }, models: { totalCount: number, nodes: Array<{ id: string, name: string, kind: ModelKind, members: number, evaluation: { logitsDigest: string | null, eceBins: number, confidence: number, id: string, dataset: string, images: number, averaging: string, includesParent: boolean, backend: string, codeVersion: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, nll: { value: number, low: number | null, high: number | null, definition: string }, ece: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null, parent: { id: string } | null, sibling: { id: string, name: string } | null }> }, ensembles: Array<{ name: string, members: Array<{ id: string }> }> } | null };

export type ModelQueryVariables = Exact<{
  id: string | number;
}>;


export type ModelQuery = { model: { id: string, name: string, experiment: { id: string, name: string, seed: number } } | null };

export type ExportOnnxMutationVariables = Exact<{
  model: string | number;
}>;


export type ExportOnnxMutation = { exportOnnx: { id: string, onnxDigest: string | null, onnxStatus: JobStatus | null } };

export type ModelFieldsFragment = { status: JobStatus, weightsDigest: string | null, maskDigest: string | null, onnxDigest: string | null, onnxStatus: JobStatus | null, sparsity: number | null, id: string, name: string, kind: ModelKind, members: number, training: { schedule: string, epochs: number, trainImages: number, seconds: number, flops: number | null, importedFrom: string | null, lossByEpoch: Array<number>, backend: string } | null, evaluation: { id: string, dataset: string, images: number, averaging: string, includesParent: boolean, backend: string, codeVersion: string, accuracy: { value: number, low: number | null, high: number | null, definition: string }, nll: { value: number, low: number | null, high: number | null, definition: string }, ece: { value: number, low: number | null, high: number | null, definition: string }, kl: { value: number, low: number | null, high: number | null, definition: string } | null, pdr: { value: number, low: number | null, high: number | null, definition: string } | null } | null, parent: { id: string } | null, sibling: { id: string, name: string } | null };

export type ModelPlaceFragment = { id: string, name: string, experiment: { id: string, name: string, seed: number } };

export type ModelIdentityFragment = { id: string, name: string, kind: ModelKind, members: number, parent: { id: string } | null, sibling: { id: string, name: string } | null };

export type NeuronInFamilyQueryVariables = Exact<{
  experiment: string | number;
  at: string;
  parent: string | number;
  against: string | number;
}>;


export type NeuronInFamilyQuery = { experiment: { id: string, models: { nodes: Array<{ id: string, neuron: { id: string, channel: number, layer: { name: string, channels: number }, visualization: { id: string, status: VisualizationStatus, error: string | null, activation: number | null, recipe: { steps: number | null, preset: string, seed: number, weightsDigest: string | null, backend: string | null, codeVersion: string | null, contentKey: string | null }, steps: Array<{ step: number, activation: number, image: { url: string } }>, image: { url: string, width: number, height: number } | null, hashes: { version: string, average: { hex: string, bits: number }, perceptual: { hex: string, bits: number }, difference: { hex: string, bits: number }, wavelet: { hex: string, bits: number }, color: { hex: string, bits: number } } | null } | null, distanceToParent: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null, distanceToReference: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null } }> } } | null };

export type NeuronDistanceQueryVariables = Exact<{
  model: string | number;
  at: string;
  to: string | number;
  preset?: string | null | undefined;
  seed?: number | null | undefined;
}>;


export type NeuronDistanceQuery = { model: { id: string, neuron: { id: string, distanceTo: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null } } | null };

export type ModelPicturesQueryVariables = Exact<{
  model: string | number;
  refs: Array<string> | string;
  first: number;
}>;


export type ModelPicturesQuery = { model: { id: string, neuronsAt: { nodes: Array<{ id: string, ref: string, visualization: { id: string, status: VisualizationStatus, error: string | null, image: { url: string, width: number, height: number } | null } | null }> } } | null };

export type NeuronDistancesQueryVariables = Exact<{
  model: string | number;
  against: string | number;
  refs: Array<string> | string;
  first: number;
}>;


export type NeuronDistancesQuery = { model: { id: string, neuronsAt: { nodes: Array<{ id: string, ref: string, distanceTo: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null }> } } | null };

export type PairDistancesQueryVariables = Exact<{
  model: string | number;
  against: string | number;
  preset?: string | null | undefined;
  seed?: number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PairDistancesQuery = { model: { id: string, visualizedNeurons: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, ref: string, distanceTo: { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } } | null }> } } | null };

export type SimilarNeuronsQueryVariables = Exact<{
  model: string | number;
  at: string;
  hash: HashName;
  first: number;
}>;


export type SimilarNeuronsQuery = { model: { id: string, neuron: { id: string, similar: Array<{ bits: number, of: number, neuron: { id: string, ref: string, model: { id: string, name: string, experiment: { id: string, name: string } } }, visualization: { id: string, status: VisualizationStatus, image: { url: string, width: number, height: number } | null } }> | null } } | null };

export type ModelDistanceQueryVariables = Exact<{
  model: string | number;
  against: string | number;
  preset?: string | null | undefined;
  seed?: number | null | undefined;
}>;


export type ModelDistanceQuery = { model: { id: string, distanceTo: { preset: string, seed: number, average: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, perceptual: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, difference: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, wavelet: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, color: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } } } | null } | null };

export type DiversityTestQueryVariables = Exact<{
  experiment: string | number;
  of: PairKind;
  against: PairKind;
  other?: string | number | null | undefined;
}>;


export type DiversityTestQuery = { experiment: { id: string, diversityTest: { neurons: number, missing: Array<string>, average: { p: number, exact: boolean, definition: string, effect: { value: number, low: number | null, high: number | null, definition: string } } | null, perceptual: { p: number, exact: boolean, definition: string, effect: { value: number, low: number | null, high: number | null, definition: string } } | null, difference: { p: number, exact: boolean, definition: string, effect: { value: number, low: number | null, high: number | null, definition: string } } | null, wavelet: { p: number, exact: boolean, definition: string, effect: { value: number, low: number | null, high: number | null, definition: string } } | null, color: { p: number, exact: boolean, definition: string, effect: { value: number, low: number | null, high: number | null, definition: string } } | null } } | null };

export type NeuronDistanceFieldsFragment = { meanShare: number, average: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, perceptual: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, difference: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, wavelet: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } }, color: { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } } };

export type HashDistanceFieldsFragment = { bits: number, of: number, calibration: { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null } };

export type ModelDistanceFieldsFragment = { preset: string, seed: number, average: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, perceptual: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, difference: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, wavelet: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } }, color: { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } } };

export type MeanHashDistanceFieldsFragment = { of: number, mean: { value: number, low: number | null, high: number | null, definition: string }, calibration: { definition: string, z: number | null, position: number | null, missing: Array<string>, floor: { definition: string, mean: number, deviation: number | null, count: number } | null, ceiling: { definition: string, mean: number, deviation: number | null, count: number } | null } };

export type CalibrationFieldsFragment = { z: number | null, position: number | null, missing: Array<string>, floor: { mean: number, deviation: number | null, count: number } | null, ceiling: { mean: number, deviation: number | null, count: number } | null };

export type HashDiversityTestFieldsFragment = { p: number, exact: boolean, definition: string, effect: { value: number, low: number | null, high: number | null, definition: string } };

export type FamilyNotesQueryVariables = Exact<{
  experiment: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type FamilyNotesQuery = { experiment: { id: string, notes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string, mine: boolean, createdAt: string, editedAt: string | null, author: { name: string } | null, mentions: Array<{ start: number, end: number, user: { name: string } }>, about:
          | { __typename: 'ActivationGrid', imageIndex: number }
          | { __typename: 'Evaluation' }
          | { __typename: 'Experiment' }
          | { __typename: 'Job' }
          | { __typename: 'Model', name: string }
          | { __typename: 'Neuron', ref: string }
          | { __typename: 'SaliencyMap', imageIndex: number }
          | { __typename: 'SavedComparison', id: string }
          | { __typename: 'Visualization', neuron: { ref: string } }
         | null }> } } | null, viewer: { role: Role } };

export type NeuronNotesQueryVariables = Exact<{
  model: string | number;
  at: string;
  first: number;
  after?: string | null | undefined;
}>;


export type NeuronNotesQuery = { model: { id: string, neuron: { id: string, notes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string, mine: boolean, createdAt: string, editedAt: string | null, author: { name: string } | null, mentions: Array<{ start: number, end: number, user: { name: string } }>, about:
            | { __typename: 'ActivationGrid', imageIndex: number }
            | { __typename: 'Evaluation' }
            | { __typename: 'Experiment' }
            | { __typename: 'Job' }
            | { __typename: 'Model', name: string }
            | { __typename: 'Neuron', ref: string }
            | { __typename: 'SaliencyMap', imageIndex: number }
            | { __typename: 'SavedComparison', id: string }
            | { __typename: 'Visualization', neuron: { ref: string } }
           | null }> } } } | null, viewer: { role: Role } };

export type MentionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MentionsQuery = { viewer: { mentions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string, mine: boolean, createdAt: string, editedAt: string | null, experiment: { id: string, name: string }, author: { name: string } | null, mentions: Array<{ start: number, end: number, user: { name: string } }>, about:
          | { __typename: 'ActivationGrid', imageIndex: number }
          | { __typename: 'Evaluation' }
          | { __typename: 'Experiment' }
          | { __typename: 'Job' }
          | { __typename: 'Model', name: string }
          | { __typename: 'Neuron', ref: string }
          | { __typename: 'SaliencyMap', imageIndex: number }
          | { __typename: 'SavedComparison', id: string }
          | { __typename: 'Visualization', neuron: { ref: string } }
         | null }> } } };

export type AddNoteMutationVariables = Exact<{
  about: string | number;
  text: string;
}>;


export type AddNoteMutation = { addNote: { id: string } };

export type EditNoteMutationVariables = Exact<{
  id: string | number;
  text: string;
}>;


export type EditNoteMutation = { editNote: { id: string } };

export type RemoveNoteMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveNoteMutation = { removeNote: { id: string } };

export type NotePageFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string, mine: boolean, createdAt: string, editedAt: string | null, author: { name: string } | null, mentions: Array<{ start: number, end: number, user: { name: string } }>, about:
      | { __typename: 'ActivationGrid', imageIndex: number }
      | { __typename: 'Evaluation' }
      | { __typename: 'Experiment' }
      | { __typename: 'Job' }
      | { __typename: 'Model', name: string }
      | { __typename: 'Neuron', ref: string }
      | { __typename: 'SaliencyMap', imageIndex: number }
      | { __typename: 'SavedComparison', id: string }
      | { __typename: 'Visualization', neuron: { ref: string } }
     | null }> };

export type NoteFieldsFragment = { id: string, text: string, mine: boolean, createdAt: string, editedAt: string | null, author: { name: string } | null, mentions: Array<{ start: number, end: number, user: { name: string } }>, about:
    | { __typename: 'ActivationGrid', imageIndex: number }
    | { __typename: 'Evaluation' }
    | { __typename: 'Experiment' }
    | { __typename: 'Job' }
    | { __typename: 'Model', name: string }
    | { __typename: 'Neuron', ref: string }
    | { __typename: 'SaliencyMap', imageIndex: number }
    | { __typename: 'SavedComparison', id: string }
    | { __typename: 'Visualization', neuron: { ref: string } }
   | null };

export type SaliencyMapsQueryVariables = Exact<{
  experiment: string | number;
  imageIndex: number;
  method: string;
  target: string;
  seed: number;
  reference: string | number;
}>;


export type SaliencyMapsQuery = { viewer: { role: Role }, experiment: { id: string, testImages: number, dataset: { classes: number }, architecture: { layers: Array<{ name: string }> }, ownImages: Array<{ imageIndex: number, name: string, mine: boolean, image: { url: string, width: number, height: number } }>, saliencyMaps: { nodes: Array<{ id: string, status: VisualizationStatus, error: string | null, attributionsDigest: string | null, model: { id: string }, image: { url: string, width: number, height: number } | null, randomizedImage: { url: string, width: number, height: number } | null, input: { url: string, width: number, height: number } | null, result: { class: number, predicted: number, label: number | null, definition: string, contentKey: string, backend: string, codeVersion: string, sanity: { value: number, definition: string } | null } | null, agreements: Array<{ with: { model: { id: string } }, rankCorrelation: { value: number, definition: string }, topOverlap: { value: number, definition: string }, centreShift: { value: number, definition: string } }> }> } } | null };

export type RequestSaliencyMutationVariables = Exact<{
  input: RequestSaliencyInput;
}>;


export type RequestSaliencyMutation = { requestSaliency: { saliencyMaps: Array<{ id: string, status: VisualizationStatus, error: string | null }> } };

export type RemoveOwnImageMutationVariables = Exact<{
  experiment: string | number;
  imageIndex: number;
}>;


export type RemoveOwnImageMutation = { removeOwnImage: { name: string } };

export type SaliencyMapFieldsFragment = { id: string, status: VisualizationStatus, error: string | null, attributionsDigest: string | null, model: { id: string }, image: { url: string, width: number, height: number } | null, randomizedImage: { url: string, width: number, height: number } | null, input: { url: string, width: number, height: number } | null, result: { class: number, predicted: number, label: number | null, definition: string, contentKey: string, backend: string, codeVersion: string, sanity: { value: number, definition: string } | null } | null, agreements: Array<{ with: { model: { id: string } }, rankCorrelation: { value: number, definition: string }, topOverlap: { value: number, definition: string }, centreShift: { value: number, definition: string } }> };

export type OwnImageFieldsFragment = { imageIndex: number, name: string, mine: boolean, image: { url: string, width: number, height: number } };

export type TopImagesQueryVariables = Exact<{
  experiment: string | number;
  at: string;
}>;


export type TopImagesQuery = { experiment: { id: string, models: { nodes: Array<{ id: string, neuron: { id: string, topImages: { mapHeight: number, mapWidth: number, mean: number, activeShare: number, images: number, definition: string, top: Array<{ imageIndex: number, label: number | null, activation: number, row: number, column: number, image: { url: string, width: number, height: number } | null }> } | null } }> } } | null };

export type RequestTopImagesMutationVariables = Exact<{
  input: RequestTopImagesInput;
}>;


export type RequestTopImagesMutation = { requestTopImages: { job: { id: string, name: string, status: JobStatus, error: string | null, model: { id: string, name: string } | null, progress: { done: number, total: number, unit: string, share: number, secondsLeft: number | null } } | null } };

export type TopImagesFieldsFragment = { mapHeight: number, mapWidth: number, mean: number, activeShare: number, images: number, definition: string, top: Array<{ imageIndex: number, label: number | null, activation: number, row: number, column: number, image: { url: string, width: number, height: number } | null }> };

export type NeuronPictureQueryVariables = Exact<{
  model: string | number;
  at: string;
  preset?: string | null | undefined;
  seed?: number | null | undefined;
}>;


export type NeuronPictureQuery = { model: { id: string, neuron: { id: string, ref: string, visualization: { id: string, status: VisualizationStatus, error: string | null, activation: number | null, image: { digest: string, url: string, width: number, height: number } | null, hashes: { version: string, average: { hex: string, bits: number }, perceptual: { hex: string, bits: number }, difference: { hex: string, bits: number }, wavelet: { hex: string, bits: number }, color: { hex: string, bits: number } } | null, recipe: { preset: string, seed: number, weightsDigest: string | null, backend: string | null, codeVersion: string | null, contentKey: string | null } } | null } } | null };

export type RequestVisualizationsMutationVariables = Exact<{
  input: RequestVisualizationsInput;
}>;


export type RequestVisualizationsMutation = { requestVisualizations: { visualizations: Array<{ id: string, status: VisualizationStatus, error: string | null }> } };

export type VisualizationFieldsFragment = { id: string, status: VisualizationStatus, error: string | null, activation: number | null, image: { url: string, width: number, height: number } | null, hashes: { version: string, average: { hex: string, bits: number }, perceptual: { hex: string, bits: number }, difference: { hex: string, bits: number }, wavelet: { hex: string, bits: number }, color: { hex: string, bits: number } } | null, recipe: { preset: string, seed: number, weightsDigest: string | null, backend: string | null, codeVersion: string | null, contentKey: string | null } };

export type ImageFieldsFragment = { url: string, width: number, height: number };

export type ApiKeyFieldsFragment = { id: string, name: string, role: Role, start: string, createdAt: string, usedAt: string | null, revokedAt: string | null, user: { name: string } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: Role, user: { name: string } | null, workspace: { id: string, name: string } | null } };

export type WorkspaceQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceQuery = { viewer: { role: Role, user: { id: string } | null, workspaces: Array<{ workspace: { id: string, name: string } }>, workspace: { id: string, name: string, members: Array<{ role: Role, createdAt: string, user: { id: string, name: string, email: string } }> } | null, apiKeys: Array<{ id: string, name: string, role: Role, start: string, createdAt: string, usedAt: string | null, revokedAt: string | null, user: { name: string } }> } };

export type WorkspaceForAdminsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WorkspaceForAdminsQuery = { viewer: { workspace: { invitations: Array<{ id: string, email: string, role: Role, expiresAt: string }>, apiKeys: Array<{ id: string, name: string, role: Role, start: string, createdAt: string, usedAt: string | null, revokedAt: string | null, user: { name: string } }>, audit: { nodes: Array<{ id: string, at: string, action: string, arguments: unknown, outcome: string, address: string | null, user: { name: string } | null, apiKey: { name: string } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null } };

export type InviteMemberMutationVariables = Exact<{
  email: string;
  role: Role;
}>;


export type InviteMemberMutation = { inviteMember: { secret: string, invitation: { email: string } } };

export type RevokeInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { id: string } };

export type SetMemberRoleMutationVariables = Exact<{
  user: string | number;
  role: Role;
}>;


export type SetMemberRoleMutation = { setMemberRole: { role: Role } };

export type RemoveMemberMutationVariables = Exact<{
  user: string | number;
}>;


export type RemoveMemberMutation = { removeMember: { role: Role } };

export type CreatePasswordResetMutationVariables = Exact<{
  user: string | number;
}>;


export type CreatePasswordResetMutation = { createPasswordReset: { secret: string } };

export type CreateWorkspaceMutationVariables = Exact<{
  name: string;
}>;


export type CreateWorkspaceMutation = { createWorkspace: { id: string } };

export type RenameWorkspaceMutationVariables = Exact<{
  name: string;
}>;


export type RenameWorkspaceMutation = { renameWorkspace: { name: string } };

export type LeaveWorkspaceMutationVariables = Exact<{ [key: string]: never; }>;


export type LeaveWorkspaceMutation = { leaveWorkspace: { role: Role } };

export type CreateApiKeyMutationVariables = Exact<{
  name: string;
  role: Role;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string, key: { id: string } } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { id: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ImageFieldsFragmentDoc = new TypedDocumentString(`
    fragment ImageFields on Image {
  url
  width
  height
}
    `, {"fragmentName":"ImageFields"}) as unknown as TypedDocumentString<ImageFieldsFragment, unknown>;
export const LayerPicturesFragmentDoc = new TypedDocumentString(`
    fragment LayerPictures on Model {
  id
  neurons(layer: $layer, channels: $channels, first: $first) {
    nodes {
      id
      channel
      visualization {
        id
        status
        error
        image {
          ...ImageFields
        }
      }
    }
  }
}
    fragment ImageFields on Image {
  url
  width
  height
}`, {"fragmentName":"LayerPictures"}) as unknown as TypedDocumentString<LayerPicturesFragment, unknown>;
export const MeasurementFieldsFragmentDoc = new TypedDocumentString(`
    fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
    `, {"fragmentName":"MeasurementFields"}) as unknown as TypedDocumentString<MeasurementFieldsFragment, unknown>;
export const ClaimFieldsFragmentDoc = new TypedDocumentString(`
    fragment ClaimFields on Claim {
  place
  part
  row
  column
  printed
  unit
  fromElsewhere
  definition
  slip
  verdict
  reasons
  measured {
    ...MeasurementFields
  }
  evaluation {
    id
    name
    dataset
    images
    backend
    codeVersion
  }
}
    fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}`, {"fragmentName":"ClaimFields"}) as unknown as TypedDocumentString<ClaimFieldsFragment, unknown>;
export const SavedComparisonFieldsFragmentDoc = new TypedDocumentString(`
    fragment SavedComparisonFields on SavedComparison {
  id
  title
  path
  mine
  createdAt
  author {
    name
  }
  experiment {
    id
    name
  }
}
    `, {"fragmentName":"SavedComparisonFields"}) as unknown as TypedDocumentString<SavedComparisonFieldsFragment, unknown>;
export const ProgressFieldsFragmentDoc = new TypedDocumentString(`
    fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}
    `, {"fragmentName":"ProgressFields"}) as unknown as TypedDocumentString<ProgressFieldsFragment, unknown>;
export const ExperimentStandingFragmentDoc = new TypedDocumentString(`
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
    fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, {"fragmentName":"ExperimentStanding"}) as unknown as TypedDocumentString<ExperimentStandingFragment, unknown>;
export const ListedExperimentFragmentDoc = new TypedDocumentString(`
    fragment ListedExperiment on Experiment {
  ...ExperimentStanding
  seed
  dataset {
    name
  }
  architecture {
    name
  }
  createdAt
  parent {
    id
    evaluation {
      id
      accuracy {
        ...MeasurementFields
      }
    }
  }
  ensembles {
    name
    size
    evaluation {
      id
      accuracy {
        ...MeasurementFields
      }
      kl {
        ...MeasurementFields
      }
      pdr {
        ...MeasurementFields
      }
    }
  }
}
    fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, {"fragmentName":"ListedExperiment"}) as unknown as TypedDocumentString<ListedExperimentFragment, unknown>;
export const ActivationGridFieldsFragmentDoc = new TypedDocumentString(`
    fragment ActivationGridFields on ActivationGrid {
  id
  status
  error
  model {
    id
  }
  image {
    ...ImageFields
  }
  result {
    rows
    columns
    cellSize
    grouping {
      groups
      error
    }
    contentKey
    backend
    codeVersion
  }
  job {
    status
    progress {
      ...ProgressFields
    }
  }
}
    fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}
fragment ImageFields on Image {
  url
  width
  height
}`, {"fragmentName":"ActivationGridFields"}) as unknown as TypedDocumentString<ActivationGridFieldsFragment, unknown>;
export const JobFieldsFragmentDoc = new TypedDocumentString(`
    fragment JobFields on Job {
  id
  name
  status
  error
  model {
    id
    name
  }
  progress {
    ...ProgressFields
  }
}
    fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, {"fragmentName":"JobFields"}) as unknown as TypedDocumentString<JobFieldsFragment, unknown>;
export const MaskFieldsFragmentDoc = new TypedDocumentString(`
    fragment MaskFields on Mask {
  weights
  kept
  filters
  deadFilters
  collapsed
  tensors {
    tensor
    weights
    kept
    filters
    deadFilters
  }
}
    `, {"fragmentName":"MaskFields"}) as unknown as TypedDocumentString<MaskFieldsFragment, unknown>;
export const MaskOverlapFieldsFragmentDoc = new TypedDocumentString(`
    fragment MaskOverlapFields on MaskOverlap {
  weights
  both
  neither
  distance
  complements
  tensors {
    tensor
    weights
    both
    onlyThis
    onlyOther
    neither
  }
}
    `, {"fragmentName":"MaskOverlapFields"}) as unknown as TypedDocumentString<MaskOverlapFieldsFragment, unknown>;
export const NeuronMatchFieldsFragmentDoc = new TypedDocumentString(`
    fragment NeuronMatchFields on NeuronMatch {
  kind
  neuron {
    id
    ref
    channel
  }
  correlation
  ownCorrelation
  images
  definition
}
    `, {"fragmentName":"NeuronMatchFields"}) as unknown as TypedDocumentString<NeuronMatchFieldsFragment, unknown>;
export const ModelIdentityFragmentDoc = new TypedDocumentString(`
    fragment ModelIdentity on Model {
  id
  name
  kind
  members
  parent {
    id
  }
  sibling {
    id
    name
  }
}
    `, {"fragmentName":"ModelIdentity"}) as unknown as TypedDocumentString<ModelIdentityFragment, unknown>;
export const EvaluationFieldsFragmentDoc = new TypedDocumentString(`
    fragment EvaluationFields on Evaluation {
  id
  dataset
  images
  averaging
  includesParent
  backend
  codeVersion
  accuracy {
    ...MeasurementFields
  }
  nll {
    ...MeasurementFields
  }
  ece {
    ...MeasurementFields
  }
  kl {
    ...MeasurementFields
  }
  pdr {
    ...MeasurementFields
  }
}
    fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}`, {"fragmentName":"EvaluationFields"}) as unknown as TypedDocumentString<EvaluationFieldsFragment, unknown>;
export const ModelFieldsFragmentDoc = new TypedDocumentString(`
    fragment ModelFields on Model {
  ...ModelIdentity
  status
  weightsDigest
  maskDigest
  onnxDigest
  onnxStatus
  sparsity
  training {
    schedule
    epochs
    trainImages
    seconds
    flops
    importedFrom
    lossByEpoch
    backend
  }
  evaluation {
    ...EvaluationFields
  }
}
    fragment EvaluationFields on Evaluation {
  id
  dataset
  images
  averaging
  includesParent
  backend
  codeVersion
  accuracy {
    ...MeasurementFields
  }
  nll {
    ...MeasurementFields
  }
  ece {
    ...MeasurementFields
  }
  kl {
    ...MeasurementFields
  }
  pdr {
    ...MeasurementFields
  }
}
fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
fragment ModelIdentity on Model {
  id
  name
  kind
  members
  parent {
    id
  }
  sibling {
    id
    name
  }
}`, {"fragmentName":"ModelFields"}) as unknown as TypedDocumentString<ModelFieldsFragment, unknown>;
export const ModelPlaceFragmentDoc = new TypedDocumentString(`
    fragment ModelPlace on Model {
  id
  name
  experiment {
    id
    name
    seed
  }
}
    `, {"fragmentName":"ModelPlace"}) as unknown as TypedDocumentString<ModelPlaceFragment, unknown>;
export const CalibrationFieldsFragmentDoc = new TypedDocumentString(`
    fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}
    `, {"fragmentName":"CalibrationFields"}) as unknown as TypedDocumentString<CalibrationFieldsFragment, unknown>;
export const HashDistanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
    fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, {"fragmentName":"HashDistanceFields"}) as unknown as TypedDocumentString<HashDistanceFieldsFragment, unknown>;
export const NeuronDistanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment NeuronDistanceFields on NeuronDistance {
  average {
    ...HashDistanceFields
  }
  perceptual {
    ...HashDistanceFields
  }
  difference {
    ...HashDistanceFields
  }
  wavelet {
    ...HashDistanceFields
  }
  color {
    ...HashDistanceFields
  }
  meanShare
}
    fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, {"fragmentName":"NeuronDistanceFields"}) as unknown as TypedDocumentString<NeuronDistanceFieldsFragment, unknown>;
export const MeanHashDistanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment MeanHashDistanceFields on MeanHashDistance {
  mean {
    value
    low
    high
    definition
  }
  of
  calibration {
    ...CalibrationFields
    floor {
      definition
    }
    ceiling {
      definition
    }
    definition
  }
}
    fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, {"fragmentName":"MeanHashDistanceFields"}) as unknown as TypedDocumentString<MeanHashDistanceFieldsFragment, unknown>;
export const ModelDistanceFieldsFragmentDoc = new TypedDocumentString(`
    fragment ModelDistanceFields on ModelDistance {
  preset
  seed
  average {
    ...MeanHashDistanceFields
  }
  perceptual {
    ...MeanHashDistanceFields
  }
  difference {
    ...MeanHashDistanceFields
  }
  wavelet {
    ...MeanHashDistanceFields
  }
  color {
    ...MeanHashDistanceFields
  }
}
    fragment MeanHashDistanceFields on MeanHashDistance {
  mean {
    value
    low
    high
    definition
  }
  of
  calibration {
    ...CalibrationFields
    floor {
      definition
    }
    ceiling {
      definition
    }
    definition
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, {"fragmentName":"ModelDistanceFields"}) as unknown as TypedDocumentString<ModelDistanceFieldsFragment, unknown>;
export const HashDiversityTestFieldsFragmentDoc = new TypedDocumentString(`
    fragment HashDiversityTestFields on HashDiversityTest {
  effect {
    value
    low
    high
    definition
  }
  p
  exact
  definition
}
    `, {"fragmentName":"HashDiversityTestFields"}) as unknown as TypedDocumentString<HashDiversityTestFieldsFragment, unknown>;
export const NoteFieldsFragmentDoc = new TypedDocumentString(`
    fragment NoteFields on Note {
  id
  text
  mine
  createdAt
  editedAt
  author {
    name
  }
  mentions {
    start
    end
    user {
      name
    }
  }
  about {
    __typename
    ... on Neuron {
      ref
    }
    ... on Model {
      name
    }
    ... on Visualization {
      neuron {
        ref
      }
    }
    ... on SaliencyMap {
      imageIndex
    }
    ... on ActivationGrid {
      imageIndex
    }
    ... on SavedComparison {
      id
    }
  }
}
    `, {"fragmentName":"NoteFields"}) as unknown as TypedDocumentString<NoteFieldsFragment, unknown>;
export const NotePageFragmentDoc = new TypedDocumentString(`
    fragment NotePage on NoteConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...NoteFields
  }
}
    fragment NoteFields on Note {
  id
  text
  mine
  createdAt
  editedAt
  author {
    name
  }
  mentions {
    start
    end
    user {
      name
    }
  }
  about {
    __typename
    ... on Neuron {
      ref
    }
    ... on Model {
      name
    }
    ... on Visualization {
      neuron {
        ref
      }
    }
    ... on SaliencyMap {
      imageIndex
    }
    ... on ActivationGrid {
      imageIndex
    }
    ... on SavedComparison {
      id
    }
  }
}`, {"fragmentName":"NotePage"}) as unknown as TypedDocumentString<NotePageFragment, unknown>;
export const SaliencyMapFieldsFragmentDoc = new TypedDocumentString(`
    fragment SaliencyMapFields on SaliencyMap {
  id
  status
  error
  attributionsDigest
  model {
    id
  }
  image {
    ...ImageFields
  }
  randomizedImage {
    ...ImageFields
  }
  input {
    ...ImageFields
  }
  result {
    class
    predicted
    label
    definition
    sanity {
      value
      definition
    }
    contentKey
    backend
    codeVersion
  }
  agreements(with: $reference) {
    with {
      model {
        id
      }
    }
    rankCorrelation {
      value
      definition
    }
    topOverlap {
      value
      definition
    }
    centreShift {
      value
      definition
    }
  }
}
    fragment ImageFields on Image {
  url
  width
  height
}`, {"fragmentName":"SaliencyMapFields"}) as unknown as TypedDocumentString<SaliencyMapFieldsFragment, unknown>;
export const OwnImageFieldsFragmentDoc = new TypedDocumentString(`
    fragment OwnImageFields on OwnImage {
  imageIndex
  name
  mine
  image {
    ...ImageFields
  }
}
    fragment ImageFields on Image {
  url
  width
  height
}`, {"fragmentName":"OwnImageFields"}) as unknown as TypedDocumentString<OwnImageFieldsFragment, unknown>;
export const TopImagesFieldsFragmentDoc = new TypedDocumentString(`
    fragment TopImagesFields on TopImages {
  top {
    imageIndex
    label
    activation
    row
    column
    image {
      ...ImageFields
    }
  }
  mapHeight
  mapWidth
  mean
  activeShare
  images
  definition
}
    fragment ImageFields on Image {
  url
  width
  height
}`, {"fragmentName":"TopImagesFields"}) as unknown as TypedDocumentString<TopImagesFieldsFragment, unknown>;
export const VisualizationFieldsFragmentDoc = new TypedDocumentString(`
    fragment VisualizationFields on Visualization {
  id
  status
  error
  activation
  image {
    ...ImageFields
  }
  hashes {
    average {
      hex
      bits
    }
    perceptual {
      hex
      bits
    }
    difference {
      hex
      bits
    }
    wavelet {
      hex
      bits
    }
    color {
      hex
      bits
    }
    version
  }
  recipe {
    preset
    seed
    weightsDigest
    backend
    codeVersion
    contentKey
  }
}
    fragment ImageFields on Image {
  url
  width
  height
}`, {"fragmentName":"VisualizationFields"}) as unknown as TypedDocumentString<VisualizationFieldsFragment, unknown>;
export const ApiKeyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyFields on ApiKey {
  id
  name
  role
  start
  createdAt
  usedAt
  revokedAt
  user {
    name
  }
}
    `, {"fragmentName":"ApiKeyFields"}) as unknown as TypedDocumentString<ApiKeyFieldsFragment, unknown>;
export const FamilyLayerPicturesDocument = new TypedDocumentString(`
    "Some neurons of a layer in every model of a family."
query FamilyLayerPictures($experiment: ID!, $layer: String!, $channels: [Int!]!, $first: Int!) {
  experiment(id: $experiment) {
    id
    models(first: 100) {
      nodes {
        ...LayerPictures
      }
    }
  }
}
    fragment LayerPictures on Model {
  id
  neurons(layer: $layer, channels: $channels, first: $first) {
    nodes {
      id
      channel
      visualization {
        id
        status
        error
        image {
          ...ImageFields
        }
      }
    }
  }
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: 'bd21bebc535c181e588e97fdb44ba24eb1f776a6d5cd161b5f71ada070bea954' }) as unknown as TypedDocumentString<FamilyLayerPicturesQuery, FamilyLayerPicturesQueryVariables>;
export const ModelLayerPicturesDocument = new TypedDocumentString(`
    "The same in one model."
query ModelLayerPictures($model: ID!, $layer: String!, $channels: [Int!]!, $first: Int!) {
  model(id: $model) {
    ...LayerPictures
  }
}
    fragment LayerPictures on Model {
  id
  neurons(layer: $layer, channels: $channels, first: $first) {
    nodes {
      id
      channel
      visualization {
        id
        status
        error
        image {
          ...ImageFields
        }
      }
    }
  }
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: '9db4d10183e59a9adcbf779f4bee36516ce747ff124d78237b428d89d73efdb5' }) as unknown as TypedDocumentString<ModelLayerPicturesQuery, ModelLayerPicturesQueryVariables>;
export const LayerDistancesDocument = new TypedDocumentString(`
    "How far some neurons of a layer in one model lie from those of another."
query LayerDistances($model: ID!, $against: ID!, $layer: String!, $channels: [Int!]!, $first: Int!) {
  model(id: $model) {
    id
    neurons(layer: $layer, channels: $channels, first: $first) {
      nodes {
        id
        channel
        distanceTo(model: $against) {
          ...NeuronDistanceFields
        }
      }
    }
  }
}
    fragment NeuronDistanceFields on NeuronDistance {
  average {
    ...HashDistanceFields
  }
  perceptual {
    ...HashDistanceFields
  }
  difference {
    ...HashDistanceFields
  }
  wavelet {
    ...HashDistanceFields
  }
  color {
    ...HashDistanceFields
  }
  meanShare
}
fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, { hash: 'd1b04dda6067be5e12c0cc11bb0053d971f9f30664bbb8d47b61ec07f14c17a6' }) as unknown as TypedDocumentString<LayerDistancesQuery, LayerDistancesQueryVariables>;
export const NeuronOrderDocument = new TypedDocumentString(`
    "Every neuron that has a picture in two models, in order of how far these lie apart."
query NeuronOrder($model: ID!, $against: ID!, $orderBy: DistanceOrder!, $hash: HashName!) {
  model(id: $model) {
    id
    distanceTo(model: $against) {
      refs(orderBy: $orderBy, hash: $hash)
    }
  }
}
    `, { hash: 'f0f08db0df74d9bf50db772fbdbcefd47ba1927ead75ed22b71e9dc8f53a0b28' }) as unknown as TypedDocumentString<NeuronOrderQuery, NeuronOrderQueryVariables>;
export const MatchKindsDocument = new TypedDocumentString(`
    "Which neurons of a layer stayed at their index in another model."
query MatchKinds($model: ID!, $other: ID!, $layer: String!) {
  model(id: $model) {
    id
    layerMatch(model: $other, layer: $layer) {
      images
      definition
      matches {
        kind
      }
    }
  }
}
    `, { hash: '06852cfef26aba3982e98d47e744d18fbd72fa19577af5ada3d47289ff419a04' }) as unknown as TypedDocumentString<MatchKindsQuery, MatchKindsQueryVariables>;
export const CatalogueDocument = new TypedDocumentString(`
    "What can be trained here, and on what: workers publish it when they start."
query Catalogue {
  architectures {
    name
    description
  }
  datasets {
    name
    description
    trainImages
    testImages
  }
}
    `, { hash: '87b97455474e78ea3083d9322c78a7a9b6b5ed22a7c473f3b33b0f6da91a2cf4' }) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
export const ClaimedExperimentsDocument = new TypedDocumentString(`
    "Experiments whose numbers may stand beside the paper's, the newest first."
query ClaimedExperiments($first: Int!) {
  experiments(first: $first) {
    nodes {
      id
      name
      seed
      status
      dataset {
        name
      }
      architecture {
        name
      }
    }
  }
}
    `, { hash: '17b08338dc201d5710da1360cfad5f00b73f9e99fc14574575f7744dfa07af3f' }) as unknown as TypedDocumentString<ClaimedExperimentsQuery, ClaimedExperimentsQueryVariables>;
export const ClaimsDocument = new TypedDocumentString(`
    "What the paper publishes beside what an experiment measured, a page at a time."
query Claims($experiment: ID!, $first: Int!, $after: String) {
  experiment(id: $experiment) {
    id
    name
    seed
    dataset {
      name
    }
    architecture {
      name
    }
  }
  claims(experiment: $experiment, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ClaimFields
    }
  }
}
    fragment ClaimFields on Claim {
  place
  part
  row
  column
  printed
  unit
  fromElsewhere
  definition
  slip
  verdict
  reasons
  measured {
    ...MeasurementFields
  }
  evaluation {
    id
    name
    dataset
    images
    backend
    codeVersion
  }
}
fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}`, { hash: '36f249e5ef8fc0108a8757674fc26427756b90552e5f259facdea13fa0d53e2e' }) as unknown as TypedDocumentString<ClaimsQuery, ClaimsQueryVariables>;
export const SavingDocument = new TypedDocumentString(`
    "Who looks at a view, and what it was saved as where it was come to by that."
query Saving($saved: ID!, $isSaved: Boolean!) {
  viewer {
    role
  }
  node(id: $saved) @include(if: $isSaved) {
    __typename
    ...SavedComparisonFields
  }
}
    fragment SavedComparisonFields on SavedComparison {
  id
  title
  path
  mine
  createdAt
  author {
    name
  }
  experiment {
    id
    name
  }
}`, { hash: '894fb4af3a7cbdf2a650abb2fab37496be4c255aca4147c45d890d9d4005851c' }) as unknown as TypedDocumentString<SavingQuery, SavingQueryVariables>;
export const SavedComparisonsDocument = new TypedDocumentString(`
    "Saved views of an experiment, or of all, the newest first."
query SavedComparisons($experiment: ID, $first: Int!, $after: String) {
  savedComparisons(experiment: $experiment, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...SavedComparisonFields
    }
  }
  viewer {
    role
  }
}
    fragment SavedComparisonFields on SavedComparison {
  id
  title
  path
  mine
  createdAt
  author {
    name
  }
  experiment {
    id
    name
  }
}`, { hash: 'ec6cfe9b7d3f7f5657e9cc190c8c4acf5ea47b3bd899239300b13c0f74dcf983' }) as unknown as TypedDocumentString<SavedComparisonsQuery, SavedComparisonsQueryVariables>;
export const SaveComparisonDocument = new TypedDocumentString(`
    mutation SaveComparison($title: String!, $path: String!) {
  saveComparison(title: $title, path: $path) {
    id
  }
}
    `, { hash: 'c7413329a63783d9fb44592018a93ea9024b8337f5a2314377b7474c4ef6b579' }) as unknown as TypedDocumentString<SaveComparisonMutation, SaveComparisonMutationVariables>;
export const RemoveComparisonDocument = new TypedDocumentString(`
    mutation RemoveComparison($id: ID!) {
  removeComparison(id: $id) {
    id
  }
}
    `, { hash: 'e48910b4c7d55e7b2fc9c9c43a35fbb4e441230c59479b08e6c49f733b32db3f' }) as unknown as TypedDocumentString<RemoveComparisonMutation, RemoveComparisonMutationVariables>;
export const ModelDivergenceDocument = new TypedDocumentString(`
    "How a model came to differ from its parent and its sibling while it was tuned."
query ModelDivergence($model: ID!) {
  model(id: $model) {
    id
    divergence {
      epoch
      model {
        id
        name
      }
      toParent {
        ...ModelDistanceFields
      }
      toSibling {
        ...ModelDistanceFields
      }
    }
  }
}
    fragment ModelDistanceFields on ModelDistance {
  preset
  seed
  average {
    ...MeanHashDistanceFields
  }
  perceptual {
    ...MeanHashDistanceFields
  }
  difference {
    ...MeanHashDistanceFields
  }
  wavelet {
    ...MeanHashDistanceFields
  }
  color {
    ...MeanHashDistanceFields
  }
}
fragment MeanHashDistanceFields on MeanHashDistance {
  mean {
    value
    low
    high
    definition
  }
  of
  calibration {
    ...CalibrationFields
    floor {
      definition
    }
    ceiling {
      definition
    }
    definition
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, { hash: 'f930c3e8bbe18f3deee6798042e21618aa2fc4c6c6f34ce4f577681f70f6023b' }) as unknown as TypedDocumentString<ModelDivergenceQuery, ModelDivergenceQueryVariables>;
export const NeuronDivergenceDocument = new TypedDocumentString(`
    "The same of one neuron, picture by picture."
query NeuronDivergence($model: ID!, $at: NeuronRef!, $preset: String!, $seed: Int!) {
  model(id: $model) {
    id
    neuron(at: $at) {
      id
      divergence(preset: $preset, seed: $seed) {
        epoch
        neuron {
          id
          model {
            id
            name
          }
          visualization(preset: $preset, seed: $seed) {
            id
            status
            error
            image {
              ...ImageFields
            }
          }
        }
        toParent {
          ...NeuronDistanceFields
        }
        toSibling {
          ...NeuronDistanceFields
        }
      }
    }
  }
}
    fragment NeuronDistanceFields on NeuronDistance {
  average {
    ...HashDistanceFields
  }
  perceptual {
    ...HashDistanceFields
  }
  difference {
    ...HashDistanceFields
  }
  wavelet {
    ...HashDistanceFields
  }
  color {
    ...HashDistanceFields
  }
  meanShare
}
fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: '5787824fc732047dea2b4547dd115b8219cf4ec008dab70f21108c054513c030' }) as unknown as TypedDocumentString<NeuronDivergenceQuery, NeuronDivergenceQueryVariables>;
export const EnsembleDocument = new TypedDocumentString(`
    "What is measured of any models of an experiment together, or the newest job that measures it."
query Ensemble($members: [ID!]!, $eceBins: Int!, $confidence: Float!) {
  ensemble(members: $members, eceBins: $eceBins, confidence: $confidence) {
    evaluation {
      ...EvaluationFields
    }
    job {
      id
      status
      error
    }
  }
}
    fragment EvaluationFields on Evaluation {
  id
  dataset
  images
  averaging
  includesParent
  backend
  codeVersion
  accuracy {
    ...MeasurementFields
  }
  nll {
    ...MeasurementFields
  }
  ece {
    ...MeasurementFields
  }
  kl {
    ...MeasurementFields
  }
  pdr {
    ...MeasurementFields
  }
}
fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}`, { hash: '47732822dbb9db2e8d97073d992e551f4dd408411e0bf72654fab7edd6037bcb' }) as unknown as TypedDocumentString<EnsembleQuery, EnsembleQueryVariables>;
export const RequestEvaluationDocument = new TypedDocumentString(`
    mutation RequestEvaluation($input: RequestEvaluationInput!) {
  requestEvaluation(input: $input) {
    evaluation {
      id
    }
    job {
      id
      status
    }
  }
}
    `, { hash: 'b902b1c293476623a2631dec45f0cc85ba9e92695367af758e999ac0c3ab771f' }) as unknown as TypedDocumentString<RequestEvaluationMutation, RequestEvaluationMutationVariables>;
export const ExperimentsDocument = new TypedDocumentString(`
    query Experiments($first: Int!, $after: String) {
  experiments(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ListedExperiment
      visualizedNeurons
      models(first: 1) {
        totalCount
      }
    }
  }
}
    fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ListedExperiment on Experiment {
  ...ExperimentStanding
  seed
  dataset {
    name
  }
  architecture {
    name
  }
  createdAt
  parent {
    id
    evaluation {
      id
      accuracy {
        ...MeasurementFields
      }
    }
  }
  ensembles {
    name
    size
    evaluation {
      id
      accuracy {
        ...MeasurementFields
      }
      kl {
        ...MeasurementFields
      }
      pdr {
        ...MeasurementFields
      }
    }
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: 'c3d0cd436bc9e6a300e4ba9cd0e7366c767f35770f10ebf89acecceeb5fce517' }) as unknown as TypedDocumentString<ExperimentsQuery, ExperimentsQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    "The first page: experiments, and what they can be looked for by."
query Home($first: Int!, $after: String, $filter: ExperimentFilter, $order: ExperimentOrder!) {
  viewer {
    role
  }
  datasets {
    name
  }
  architectures {
    name
  }
  experiments(first: $first, after: $after, filter: $filter, order: $order) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ListedExperiment
      error
      models(first: 100) {
        totalCount
        nodes {
          ...ModelIdentity
        }
      }
      strip {
        id
        ref
        model {
          id
          name
        }
        visualization {
          id
          status
          image {
            ...ImageFields
          }
        }
      }
    }
  }
}
    fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ListedExperiment on Experiment {
  ...ExperimentStanding
  seed
  dataset {
    name
  }
  architecture {
    name
  }
  createdAt
  parent {
    id
    evaluation {
      id
      accuracy {
        ...MeasurementFields
      }
    }
  }
  ensembles {
    name
    size
    evaluation {
      id
      accuracy {
        ...MeasurementFields
      }
      kl {
        ...MeasurementFields
      }
      pdr {
        ...MeasurementFields
      }
    }
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}
fragment ModelIdentity on Model {
  id
  name
  kind
  members
  parent {
    id
  }
  sibling {
    id
    name
  }
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: '09e18281b603ef1909ce866d5705c7d0477a76d9ff8d76b1dfa6d3b941e65723' }) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const ExperimentExistsDocument = new TypedDocumentString(`
    "Whether there is one that who asks may see."
query ExperimentExists($id: ID!) {
  experiment(id: $id) {
    id
  }
}
    `, { hash: '91c38be85378e372e4c2af3581fc96ba4f8fcf67a1201c2add4ab22646308261' }) as unknown as TypedDocumentString<ExperimentExistsQuery, ExperimentExistsQueryVariables>;
export const ExperimentDocument = new TypedDocumentString(`
    query Experiment($id: ID!) {
  viewer {
    role
  }
  experiment(id: $id) {
    ...ExperimentStanding
    error
    seed
    trainImages
    testImages
    createdAt
    dataset {
      name
    }
    architecture {
      name
    }
    configuration
    visualizedNeurons
    ownImages {
      ...OwnImageFields
    }
    saliencyMaps(first: 100) {
      nodes {
        imageIndex
        input {
          ...ImageFields
        }
      }
    }
    models(first: 100) {
      totalCount
      nodes {
        ...ModelFields
        trainingCurve {
          steps
          stepsAPoint
          losses
          learningRates
        }
      }
    }
    ensembles {
      name
      size
      members {
        id
      }
      evaluation {
        ...EvaluationFields
      }
    }
    corruptedAccuracies {
      name
      severity
      accuracy
      corruptions
    }
    jobs(first: 100) {
      nodes {
        ...JobFields
      }
    }
  }
}
    fragment EvaluationFields on Evaluation {
  id
  dataset
  images
  averaging
  includesParent
  backend
  codeVersion
  accuracy {
    ...MeasurementFields
  }
  nll {
    ...MeasurementFields
  }
  ece {
    ...MeasurementFields
  }
  kl {
    ...MeasurementFields
  }
  pdr {
    ...MeasurementFields
  }
}
fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment JobFields on Job {
  id
  name
  status
  error
  model {
    id
    name
  }
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}
fragment ModelFields on Model {
  ...ModelIdentity
  status
  weightsDigest
  maskDigest
  onnxDigest
  onnxStatus
  sparsity
  training {
    schedule
    epochs
    trainImages
    seconds
    flops
    importedFrom
    lossByEpoch
    backend
  }
  evaluation {
    ...EvaluationFields
  }
}
fragment ModelIdentity on Model {
  id
  name
  kind
  members
  parent {
    id
  }
  sibling {
    id
    name
  }
}
fragment OwnImageFields on OwnImage {
  imageIndex
  name
  mine
  image {
    ...ImageFields
  }
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: 'adf131d7d617aba527c92ae0a73925ed01ab07ba82a1a5cb70c777e52191ce2c' }) as unknown as TypedDocumentString<ExperimentQuery, ExperimentQueryVariables>;
export const NewExperimentDocument = new TypedDocumentString(`
    "What a form for a new experiment offers."
query NewExperiment {
  viewer {
    role
  }
  architectures {
    name
    description
  }
  datasets {
    name
    description
    trainImages
    testImages
  }
}
    `, { hash: '224729aace6f0438f907c2a499432b90279f4f47d9a10edc435040d1fd263ea1' }) as unknown as TypedDocumentString<NewExperimentQuery, NewExperimentQueryVariables>;
export const EstimateExperimentDocument = new TypedDocumentString(`
    "What an experiment would take, before it is started."
query EstimateExperiment($experiment: ExperimentInput!) {
  estimate(of: {experiment: $experiment}) {
    jobs
    images
    floatingPointOperations
    seconds
    missing
  }
}
    `, { hash: 'adeb5ea400deff49851ee67fade425144fe70912bcafdf8c03a7b0e5cd5511aa' }) as unknown as TypedDocumentString<EstimateExperimentQuery, EstimateExperimentQueryVariables>;
export const ExperimentStandingDocument = new TypedDocumentString(`
    "How far an experiment has come."
query ExperimentStanding($id: ID!) {
  experiment(id: $id) {
    ...ExperimentStanding
    error
  }
}
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: 'f3f7203f1d93f2ab2d5f537bf3a933d47723e4c6e0aebb35b2d78795dd2a8db3' }) as unknown as TypedDocumentString<ExperimentStandingQuery, ExperimentStandingQueryVariables>;
export const LatestExperimentDocument = new TypedDocumentString(`
    query LatestExperiment {
  experiments(first: 1) {
    nodes {
      ...ExperimentStanding
    }
  }
}
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: '8614a080c657eb879e1a3a4422873b37ab9bf1cd9b5fff32a7976cf2d0a1ae9f' }) as unknown as TypedDocumentString<LatestExperimentQuery, LatestExperimentQueryVariables>;
export const ExperimentChangedDocument = new TypedDocumentString(`
    subscription ExperimentChanged($id: ID!) {
  experiment(id: $id) {
    ...ExperimentStanding
  }
}
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: '83bad81a3ec287809e7b72ad9afffde036495cd65a1e718ef690a74d5cff23e3' }) as unknown as TypedDocumentString<ExperimentChangedSubscription, ExperimentChangedSubscriptionVariables>;
export const StartExperimentDocument = new TypedDocumentString(`
    mutation StartExperiment($input: ExperimentInput!) {
  startExperiment(input: $input) {
    experiment {
      ...ExperimentStanding
    }
  }
}
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: 'd19d1f71e40502d715ea45e9719c33c94833132a4e0bab322d04acf138db29b5' }) as unknown as TypedDocumentString<StartExperimentMutation, StartExperimentMutationVariables>;
export const CancelExperimentDocument = new TypedDocumentString(`
    mutation CancelExperiment($id: ID!) {
  cancelExperiment(id: $id) {
    ...ExperimentStanding
  }
}
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: '2b8719c360d6b4405b9176238ffa871ca08284781c358f22df6c0624848a6be3' }) as unknown as TypedDocumentString<CancelExperimentMutation, CancelExperimentMutationVariables>;
export const RetryExperimentDocument = new TypedDocumentString(`
    mutation RetryExperiment($id: ID!) {
  retryExperiment(id: $id) {
    ...ExperimentStanding
  }
}
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: 'eddcf973d17eff941f19c187a0d30071d6fffe385118316265c4ebcd00be039a' }) as unknown as TypedDocumentString<RetryExperimentMutation, RetryExperimentMutationVariables>;
export const ActivationGridsDocument = new TypedDocumentString(`
    "One image in a layer of every model of a family: its activation grids, made alike."
query ActivationGrids($experiment: ID!, $imageIndex: Int!, $layer: String!, $preset: String!, $seed: Int!) {
  experiment(id: $experiment) {
    id
    grids(
      first: 100
      imageIndex: $imageIndex
      layer: $layer
      preset: $preset
      seed: $seed
    ) {
      nodes {
        ...ActivationGridFields
      }
    }
  }
}
    fragment ActivationGridFields on ActivationGrid {
  id
  status
  error
  model {
    id
  }
  image {
    ...ImageFields
  }
  result {
    rows
    columns
    cellSize
    grouping {
      groups
      error
    }
    contentKey
    backend
    codeVersion
  }
  job {
    status
    progress {
      ...ProgressFields
    }
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: 'fb5491667732c9e4fdd437cbcd6dd01dc8b1ad18e737bdfe9da370161ec48b84' }) as unknown as TypedDocumentString<ActivationGridsQuery, ActivationGridsQueryVariables>;
export const RequestGridDocument = new TypedDocumentString(`
    mutation RequestGrid($input: RequestGridInput!) {
  requestGrid(input: $input) {
    grids {
      id
      status
      error
    }
  }
}
    `, { hash: '2c1da0ff65b1f22e61f2689d4cad676f0153492da282eaf0636d903ab45310e0' }) as unknown as TypedDocumentString<RequestGridMutation, RequestGridMutationVariables>;
export const JobStandingDocument = new TypedDocumentString(`
    "How a job stands."
query JobStanding($id: ID!) {
  node(id: $id) {
    ... on Job {
      ...JobFields
    }
  }
}
    fragment JobFields on Job {
  id
  name
  status
  error
  model {
    id
    name
  }
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: '9a9cb097783507f22d473f9cff015f5bba864e5d92302651a399ff78ddf55389' }) as unknown as TypedDocumentString<JobStandingQuery, JobStandingQueryVariables>;
export const CancelJobDocument = new TypedDocumentString(`
    mutation CancelJob($id: ID!) {
  cancelJob(id: $id) {
    ...JobFields
  }
}
    fragment JobFields on Job {
  id
  name
  status
  error
  model {
    id
    name
  }
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: '362f97320cfd78ae7e1e5ff7416e15bb945c13decc9c77b2cb21672d3149264b' }) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const RetryJobDocument = new TypedDocumentString(`
    mutation RetryJob($id: ID!) {
  retryJob(id: $id) {
    ...JobFields
  }
}
    fragment JobFields on Job {
  id
  name
  status
  error
  model {
    id
    name
  }
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: '6f74e5ba1d57217cb1437bdf9799ccbe444f54bfa078121a110270c9f0e75b54' }) as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
export const FamilyMasksDocument = new TypedDocumentString(`
    "What the masks of a family leave of its networks."
query FamilyMasks($experiment: ID!) {
  experiment(id: $experiment) {
    models(first: 100) {
      nodes {
        id
        mask {
          ...MaskFields
        }
      }
    }
  }
}
    fragment MaskFields on Mask {
  weights
  kept
  filters
  deadFilters
  collapsed
  tensors {
    tensor
    weights
    kept
    filters
    deadFilters
  }
}`, { hash: 'dc21cd82e97e77598a32b62fcf2c605cea2b10b213ab4466795a31f288ad50b4' }) as unknown as TypedDocumentString<FamilyMasksQuery, FamilyMasksQueryVariables>;
export const InheritedSharesDocument = new TypedDocumentString(`
    "What each model of a family keeps of what one of them keeps, such as its ticket."
query InheritedShares($experiment: ID!, $of: ID!) {
  experiment(id: $experiment) {
    models(first: 100) {
      nodes {
        id
        maskOverlap(model: $of) {
          inherited
          tensors {
            tensor
            inherited
          }
        }
      }
    }
  }
}
    `, { hash: '73e2f96cb17648bdea00f0502f2109f2d660d5e777e92639a11f01f879027c16' }) as unknown as TypedDocumentString<InheritedSharesQuery, InheritedSharesQueryVariables>;
export const MaskOverlapDocument = new TypedDocumentString(`
    query MaskOverlap($model: ID!, $other: ID!) {
  model(id: $model) {
    maskOverlap(model: $other) {
      ...MaskOverlapFields
    }
  }
}
    fragment MaskOverlapFields on MaskOverlap {
  weights
  both
  neither
  distance
  complements
  tensors {
    tensor
    weights
    both
    onlyThis
    onlyOther
    neither
  }
}`, { hash: '9282bacdbd0f9b82d00fae27b623ce04265c1d0af51c635a0d62fad9d872b8b4' }) as unknown as TypedDocumentString<MaskOverlapQuery, MaskOverlapQueryVariables>;
export const FamilyMatchesDocument = new TypedDocumentString(`
    "Where a neuron of each model of a family is in one of them."
query FamilyMatches($experiment: ID!, $at: NeuronRef!, $in: ID!) {
  experiment(id: $experiment) {
    id
    models(first: 100) {
      nodes {
        id
        neuron(at: $at) {
          id
          match(in: $in) {
            ...NeuronMatchFields
          }
        }
      }
    }
  }
}
    fragment NeuronMatchFields on NeuronMatch {
  kind
  neuron {
    id
    ref
    channel
  }
  correlation
  ownCorrelation
  images
  definition
}`, { hash: '97f9802925b8e439adc6b4b99efda902f5a7abbb58364f8e12b0fa9d1ea44992' }) as unknown as TypedDocumentString<FamilyMatchesQuery, FamilyMatchesQueryVariables>;
export const NeuronMatchDocument = new TypedDocumentString(`
    "Where a neuron of one model is in another."
query NeuronMatch($model: ID!, $at: NeuronRef!, $in: ID!) {
  model(id: $model) {
    id
    neuron(at: $at) {
      id
      match(in: $in) {
        ...NeuronMatchFields
      }
    }
  }
}
    fragment NeuronMatchFields on NeuronMatch {
  kind
  neuron {
    id
    ref
    channel
  }
  correlation
  ownCorrelation
  images
  definition
}`, { hash: 'ec9c63f6fa0bc87ef756850c722a0587c50453fe8b56afdc1c291d2016fdbabe' }) as unknown as TypedDocumentString<NeuronMatchQuery, NeuronMatchQueryVariables>;
export const LayerMatchDocument = new TypedDocumentString(`
    "How the neurons of a layer correlate with those of another model."
query LayerMatch($model: ID!, $other: ID!, $layer: String!) {
  model(id: $model) {
    id
    layerMatch(model: $other, layer: $layer) {
      channels
      correlations
      matches {
        ...NeuronMatchFields
      }
      same
      moved
      new
      silent
      images
      definition
    }
  }
}
    fragment NeuronMatchFields on NeuronMatch {
  kind
  neuron {
    id
    ref
    channel
  }
  correlation
  ownCorrelation
  images
  definition
}`, { hash: 'af094d2b47077f8649b8bc9ac15c28b3a441ef0902af8000d8dff7d84e6ab2db' }) as unknown as TypedDocumentString<LayerMatchQuery, LayerMatchQueryVariables>;
export const RequestMatchesDocument = new TypedDocumentString(`
    mutation RequestMatches($input: RequestMatchesInput!) {
  requestMatches(input: $input) {
    job {
      id
      status
    }
  }
}
    `, { hash: '7abb6c9c53cc6f9eaac6c29ceefef81f1c99af64b1096f0ff3923e75d4bf14b6' }) as unknown as TypedDocumentString<RequestMatchesMutation, RequestMatchesMutationVariables>;
export const FamilyDocument = new TypedDocumentString(`
    "Who belongs to a family, and which neurons its experiment looks at."
query Family($experiment: ID!) {
  experiment(id: $experiment) {
    ...ExperimentStanding
    seed
    configuration
    visualizedNeurons
    architecture {
      name
    }
    models(first: 100) {
      nodes {
        ...ModelIdentity
      }
    }
  }
}
    fragment ExperimentStanding on Experiment {
  id
  name
  status
  missingLabels
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}
fragment ModelIdentity on Model {
  id
  name
  kind
  members
  parent {
    id
  }
  sibling {
    id
    name
  }
}`, { hash: '727c1689818acd6cd776ead88798ca81f6859caca94d4246b107bad4bf87c9b5' }) as unknown as TypedDocumentString<FamilyQuery, FamilyQueryVariables>;
export const ModelsDocument = new TypedDocumentString(`
    "The models of a family with what was measured of them, a page at a time."
query Models($experiment: ID!, $first: Int!, $after: String) {
  experiment(id: $experiment) {
    id
    models(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ModelFields
      }
    }
  }
}
    fragment EvaluationFields on Evaluation {
  id
  dataset
  images
  averaging
  includesParent
  backend
  codeVersion
  accuracy {
    ...MeasurementFields
  }
  nll {
    ...MeasurementFields
  }
  ece {
    ...MeasurementFields
  }
  kl {
    ...MeasurementFields
  }
  pdr {
    ...MeasurementFields
  }
}
fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
fragment ModelFields on Model {
  ...ModelIdentity
  status
  weightsDigest
  maskDigest
  onnxDigest
  onnxStatus
  sparsity
  training {
    schedule
    epochs
    trainImages
    seconds
    flops
    importedFrom
    lossByEpoch
    backend
  }
  evaluation {
    ...EvaluationFields
  }
}
fragment ModelIdentity on Model {
  id
  name
  kind
  members
  parent {
    id
  }
  sibling {
    id
    name
  }
}`, { hash: 'f943f330eb6e1d2b66315724009ecd5e98e0497285d63c420836948e80391bcb' }) as unknown as TypedDocumentString<ModelsQuery, ModelsQueryVariables>;
export const FamilyNamesDocument = new TypedDocumentString(`
    "Who a family's models are, a page at a time."
query FamilyNames($experiment: ID!, $first: Int!, $after: String) {
  experiment(id: $experiment) {
    id
    models(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ModelPlace
      }
    }
  }
}
    fragment ModelPlace on Model {
  id
  name
  experiment {
    id
    name
    seed
  }
}`, { hash: 'fe128cdd953b4f5bb7ce8354a4c1343a6408d64be4684f74a6a0be2f1d195f48' }) as unknown as TypedDocumentString<FamilyNamesQuery, FamilyNamesQueryVariables>;
export const FamilyPredictionsDocument = new TypedDocumentString(`
    "What a family predicts for its test images, and which of it each method averages."
query FamilyPredictions($experiment: ID!) {
  viewer {
    role
  }
  experiment(id: $experiment) {
    id
    name
    seed
    dataset {
      name
      classes
    }
    models(first: 100) {
      totalCount
      nodes {
        ...ModelIdentity
        evaluation {
          ...EvaluationFields
          logitsDigest
          eceBins
          confidence
        }
      }
    }
    ensembles {
      name
      members {
        id
      }
    }
  }
}
    fragment EvaluationFields on Evaluation {
  id
  dataset
  images
  averaging
  includesParent
  backend
  codeVersion
  accuracy {
    ...MeasurementFields
  }
  nll {
    ...MeasurementFields
  }
  ece {
    ...MeasurementFields
  }
  kl {
    ...MeasurementFields
  }
  pdr {
    ...MeasurementFields
  }
}
fragment MeasurementFields on Measurement {
  value
  low
  high
  definition
}
fragment ModelIdentity on Model {
  id
  name
  kind
  members
  parent {
    id
  }
  sibling {
    id
    name
  }
}`, { hash: '7709c32ec7a36e95d704aa8c522bf3fff71a0fbbbf9f71fe0023fd8d3e0d8531' }) as unknown as TypedDocumentString<FamilyPredictionsQuery, FamilyPredictionsQueryVariables>;
export const ModelDocument = new TypedDocumentString(`
    query Model($id: ID!) {
  model(id: $id) {
    ...ModelPlace
  }
}
    fragment ModelPlace on Model {
  id
  name
  experiment {
    id
    name
    seed
  }
}`, { hash: '2ccc5c0c82be173f7808fe26f0f47d801b3f62b7c910561af7fc5bd155460085' }) as unknown as TypedDocumentString<ModelQuery, ModelQueryVariables>;
export const ExportOnnxDocument = new TypedDocumentString(`
    mutation ExportOnnx($model: ID!) {
  exportOnnx(model: $model) {
    id
    onnxDigest
    onnxStatus
  }
}
    `, { hash: 'b766878832f0541cf06a8f3c7ef52682629b92c2833bb4eea33f8b834a2c5444' }) as unknown as TypedDocumentString<ExportOnnxMutation, ExportOnnxMutationVariables>;
export const NeuronInFamilyDocument = new TypedDocumentString(`
    "One neuron in every model of a family, with its distances to the parent's and to another model's."
query NeuronInFamily($experiment: ID!, $at: NeuronRef!, $parent: ID!, $against: ID!) {
  experiment(id: $experiment) {
    id
    models(first: 100) {
      nodes {
        id
        neuron(at: $at) {
          id
          channel
          layer {
            name
            channels
          }
          visualization {
            ...VisualizationFields
            recipe {
              steps
            }
            steps {
              step
              activation
              image {
                url
              }
            }
          }
          distanceToParent: distanceTo(model: $parent) {
            ...NeuronDistanceFields
          }
          distanceToReference: distanceTo(model: $against) {
            ...NeuronDistanceFields
          }
        }
      }
    }
  }
}
    fragment NeuronDistanceFields on NeuronDistance {
  average {
    ...HashDistanceFields
  }
  perceptual {
    ...HashDistanceFields
  }
  difference {
    ...HashDistanceFields
  }
  wavelet {
    ...HashDistanceFields
  }
  color {
    ...HashDistanceFields
  }
  meanShare
}
fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}
fragment VisualizationFields on Visualization {
  id
  status
  error
  activation
  image {
    ...ImageFields
  }
  hashes {
    average {
      hex
      bits
    }
    perceptual {
      hex
      bits
    }
    difference {
      hex
      bits
    }
    wavelet {
      hex
      bits
    }
    color {
      hex
      bits
    }
    version
  }
  recipe {
    preset
    seed
    weightsDigest
    backend
    codeVersion
    contentKey
  }
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: '341989f65c4659b61d3263856c7d29c0858be5bc5ed51355ad10187cc8d33957' }) as unknown as TypedDocumentString<NeuronInFamilyQuery, NeuronInFamilyQueryVariables>;
export const NeuronDistanceDocument = new TypedDocumentString(`
    "How far one neuron's picture lies from another model's."
query NeuronDistance($model: ID!, $at: NeuronRef!, $to: ID!, $preset: String, $seed: Int) {
  model(id: $model) {
    id
    neuron(at: $at) {
      id
      distanceTo(model: $to, preset: $preset, seed: $seed) {
        ...NeuronDistanceFields
      }
    }
  }
}
    fragment NeuronDistanceFields on NeuronDistance {
  average {
    ...HashDistanceFields
  }
  perceptual {
    ...HashDistanceFields
  }
  difference {
    ...HashDistanceFields
  }
  wavelet {
    ...HashDistanceFields
  }
  color {
    ...HashDistanceFields
  }
  meanShare
}
fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, { hash: 'b62a28b077d0c7a414b1dd96df7bc8a4816035610bfd7d363cd97c2b7212a1c2' }) as unknown as TypedDocumentString<NeuronDistanceQuery, NeuronDistanceQueryVariables>;
export const ModelPicturesDocument = new TypedDocumentString(`
    "What one model shows of some neurons."
query ModelPictures($model: ID!, $refs: [NeuronRef!]!, $first: Int!) {
  model(id: $model) {
    id
    neuronsAt(refs: $refs, first: $first) {
      nodes {
        id
        ref
        visualization {
          id
          status
          error
          image {
            ...ImageFields
          }
        }
      }
    }
  }
}
    fragment ImageFields on Image {
  url
  width
  height
}`, { hash: 'a3bd639b6d7ff39f397e34d4a5bc19b4d2d8838a8a71a7d980913ef7c9b41ad0' }) as unknown as TypedDocumentString<ModelPicturesQuery, ModelPicturesQueryVariables>;
export const NeuronDistancesDocument = new TypedDocumentString(`
    "How far some neurons of one model lie from another model's."
query NeuronDistances($model: ID!, $against: ID!, $refs: [NeuronRef!]!, $first: Int!) {
  model(id: $model) {
    id
    neuronsAt(refs: $refs, first: $first) {
      nodes {
        id
        ref
        distanceTo(model: $against) {
          ...NeuronDistanceFields
        }
      }
    }
  }
}
    fragment NeuronDistanceFields on NeuronDistance {
  average {
    ...HashDistanceFields
  }
  perceptual {
    ...HashDistanceFields
  }
  difference {
    ...HashDistanceFields
  }
  wavelet {
    ...HashDistanceFields
  }
  color {
    ...HashDistanceFields
  }
  meanShare
}
fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, { hash: '35625513fd94bc8a794906ab9f9ce7319da17d918ac1d387495a60a3d9a0cc0e' }) as unknown as TypedDocumentString<NeuronDistancesQuery, NeuronDistancesQueryVariables>;
export const PairDistancesDocument = new TypedDocumentString(`
    "How far each pictured neuron of one model lies from another model's, a page at a time."
query PairDistances($model: ID!, $against: ID!, $preset: String, $seed: Int, $first: Int!, $after: String) {
  model(id: $model) {
    id
    visualizedNeurons(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ref
        distanceTo(model: $against, preset: $preset, seed: $seed) {
          ...NeuronDistanceFields
        }
      }
    }
  }
}
    fragment NeuronDistanceFields on NeuronDistance {
  average {
    ...HashDistanceFields
  }
  perceptual {
    ...HashDistanceFields
  }
  difference {
    ...HashDistanceFields
  }
  wavelet {
    ...HashDistanceFields
  }
  color {
    ...HashDistanceFields
  }
  meanShare
}
fragment HashDistanceFields on HashDistance {
  bits
  of
  calibration {
    ...CalibrationFields
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, { hash: '492708dc2fed5661af0c0138082a5ece1772f65ef09d57bfc3fe0c90d8a58184' }) as unknown as TypedDocumentString<PairDistancesQuery, PairDistancesQueryVariables>;
export const SimilarNeuronsDocument = new TypedDocumentString(`
    "The neurons of every experiment whose pictures are nearest to one neuron's."
query SimilarNeurons($model: ID!, $at: NeuronRef!, $hash: HashName!, $first: Int!) {
  model(id: $model) {
    id
    neuron(at: $at) {
      id
      similar(first: $first, hash: $hash, scope: ALL) {
        bits
        of
        neuron {
          id
          ref
          model {
            id
            name
            experiment {
              id
              name
            }
          }
        }
        visualization {
          id
          status
          image {
            ...ImageFields
          }
        }
      }
    }
  }
}
    fragment ImageFields on Image {
  url
  width
  height
}`, { hash: 'd438557556a26415789ed36f5e93abcd606f2b3748ba8d751bd4e08ba58ebad1' }) as unknown as TypedDocumentString<SimilarNeuronsQuery, SimilarNeuronsQueryVariables>;
export const ModelDistanceDocument = new TypedDocumentString(`
    "How far two models lie apart on the whole."
query ModelDistance($model: ID!, $against: ID!, $preset: String, $seed: Int) {
  model(id: $model) {
    id
    distanceTo(model: $against, preset: $preset, seed: $seed) {
      ...ModelDistanceFields
    }
  }
}
    fragment ModelDistanceFields on ModelDistance {
  preset
  seed
  average {
    ...MeanHashDistanceFields
  }
  perceptual {
    ...MeanHashDistanceFields
  }
  difference {
    ...MeanHashDistanceFields
  }
  wavelet {
    ...MeanHashDistanceFields
  }
  color {
    ...MeanHashDistanceFields
  }
}
fragment MeanHashDistanceFields on MeanHashDistance {
  mean {
    value
    low
    high
    definition
  }
  of
  calibration {
    ...CalibrationFields
    floor {
      definition
    }
    ceiling {
      definition
    }
    definition
  }
}
fragment CalibrationFields on Calibration {
  floor {
    mean
    deviation
    count
  }
  ceiling {
    mean
    deviation
    count
  }
  z
  position
  missing
}`, { hash: '90c998d298a331092cf2efefdf0f2bd3f0ffa62b842a1219103deb198005ef59' }) as unknown as TypedDocumentString<ModelDistanceQuery, ModelDistanceQueryVariables>;
export const DiversityTestDocument = new TypedDocumentString(`
    "Whether siblings lie farther apart than snapshots, or pairs of another kind than others, here or in another experiment."
query DiversityTest($experiment: ID!, $of: PairKind!, $against: PairKind!, $other: ID) {
  experiment(id: $experiment) {
    id
    diversityTest(of: $of, against: $against, experiment: $other) {
      neurons
      average {
        ...HashDiversityTestFields
      }
      perceptual {
        ...HashDiversityTestFields
      }
      difference {
        ...HashDiversityTestFields
      }
      wavelet {
        ...HashDiversityTestFields
      }
      color {
        ...HashDiversityTestFields
      }
      missing
    }
  }
}
    fragment HashDiversityTestFields on HashDiversityTest {
  effect {
    value
    low
    high
    definition
  }
  p
  exact
  definition
}`, { hash: '61bf53ec37ef7237cce54a9a1377d2e22efdc814b3f02972044f2b3b79933de6' }) as unknown as TypedDocumentString<DiversityTestQuery, DiversityTestQueryVariables>;
export const FamilyNotesDocument = new TypedDocumentString(`
    "What people wrote about a family and all that is in it, the newest first."
query FamilyNotes($experiment: ID!, $first: Int!, $after: String) {
  experiment(id: $experiment) {
    id
    notes(first: $first, after: $after, within: true) {
      ...NotePage
    }
  }
  viewer {
    role
  }
}
    fragment NotePage on NoteConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...NoteFields
  }
}
fragment NoteFields on Note {
  id
  text
  mine
  createdAt
  editedAt
  author {
    name
  }
  mentions {
    start
    end
    user {
      name
    }
  }
  about {
    __typename
    ... on Neuron {
      ref
    }
    ... on Model {
      name
    }
    ... on Visualization {
      neuron {
        ref
      }
    }
    ... on SaliencyMap {
      imageIndex
    }
    ... on ActivationGrid {
      imageIndex
    }
    ... on SavedComparison {
      id
    }
  }
}`, { hash: '5808260262999665cc404276d8da9a77b383bbf8b233ff2c3b05819cae89987e' }) as unknown as TypedDocumentString<FamilyNotesQuery, FamilyNotesQueryVariables>;
export const NeuronNotesDocument = new TypedDocumentString(`
    "What people wrote about a neuron, in whatever model of its family."
query NeuronNotes($model: ID!, $at: NeuronRef!, $first: Int!, $after: String) {
  model(id: $model) {
    id
    neuron(at: $at) {
      id
      notes(first: $first, after: $after) {
        ...NotePage
      }
    }
  }
  viewer {
    role
  }
}
    fragment NotePage on NoteConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...NoteFields
  }
}
fragment NoteFields on Note {
  id
  text
  mine
  createdAt
  editedAt
  author {
    name
  }
  mentions {
    start
    end
    user {
      name
    }
  }
  about {
    __typename
    ... on Neuron {
      ref
    }
    ... on Model {
      name
    }
    ... on Visualization {
      neuron {
        ref
      }
    }
    ... on SaliencyMap {
      imageIndex
    }
    ... on ActivationGrid {
      imageIndex
    }
    ... on SavedComparison {
      id
    }
  }
}`, { hash: '560067f9d6eff5b28c4cf41e17bb6827e675a95f8400138c08dc8eb689471fc0' }) as unknown as TypedDocumentString<NeuronNotesQuery, NeuronNotesQueryVariables>;
export const MentionsDocument = new TypedDocumentString(`
    "Notes that mention who asks, the newest first, and where they are."
query Mentions($first: Int!, $after: String) {
  viewer {
    mentions(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...NoteFields
        experiment {
          id
          name
        }
      }
    }
  }
}
    fragment NoteFields on Note {
  id
  text
  mine
  createdAt
  editedAt
  author {
    name
  }
  mentions {
    start
    end
    user {
      name
    }
  }
  about {
    __typename
    ... on Neuron {
      ref
    }
    ... on Model {
      name
    }
    ... on Visualization {
      neuron {
        ref
      }
    }
    ... on SaliencyMap {
      imageIndex
    }
    ... on ActivationGrid {
      imageIndex
    }
    ... on SavedComparison {
      id
    }
  }
}`, { hash: '52fd125213386cfc1bc0a915b8e9055fc811f48f2365c7298857c539d822bbb3' }) as unknown as TypedDocumentString<MentionsQuery, MentionsQueryVariables>;
export const AddNoteDocument = new TypedDocumentString(`
    mutation AddNote($about: ID!, $text: String!) {
  addNote(about: $about, text: $text) {
    id
  }
}
    `, { hash: '1a558f5399db1cb5a1d3a2844df504149eb68d3222e619415774f527c3cd9638' }) as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const EditNoteDocument = new TypedDocumentString(`
    mutation EditNote($id: ID!, $text: String!) {
  editNote(id: $id, text: $text) {
    id
  }
}
    `, { hash: 'cc21977c5248b9f176333d0b3179635f037cac118f81ca87b918b5da4d73ad43' }) as unknown as TypedDocumentString<EditNoteMutation, EditNoteMutationVariables>;
export const RemoveNoteDocument = new TypedDocumentString(`
    mutation RemoveNote($id: ID!) {
  removeNote(id: $id) {
    id
  }
}
    `, { hash: '682ee748c4d1c01276cdc7f8b482c7a85f7787ef092f6e77a78966e57ff8a198' }) as unknown as TypedDocumentString<RemoveNoteMutation, RemoveNoteMutationVariables>;
export const SaliencyMapsDocument = new TypedDocumentString(`
    "One image in every model of a family: its saliency maps, taken alike, and how they agree with that of one model."
query SaliencyMaps($experiment: ID!, $imageIndex: Int!, $method: String!, $target: String!, $seed: Int!, $reference: ID!) {
  viewer {
    role
  }
  experiment(id: $experiment) {
    id
    dataset {
      classes
    }
    architecture {
      layers {
        name
      }
    }
    testImages
    ownImages {
      ...OwnImageFields
    }
    saliencyMaps(
      first: 100
      imageIndex: $imageIndex
      method: $method
      target: $target
      seed: $seed
    ) {
      nodes {
        ...SaliencyMapFields
      }
    }
  }
}
    fragment SaliencyMapFields on SaliencyMap {
  id
  status
  error
  attributionsDigest
  model {
    id
  }
  image {
    ...ImageFields
  }
  randomizedImage {
    ...ImageFields
  }
  input {
    ...ImageFields
  }
  result {
    class
    predicted
    label
    definition
    sanity {
      value
      definition
    }
    contentKey
    backend
    codeVersion
  }
  agreements(with: $reference) {
    with {
      model {
        id
      }
    }
    rankCorrelation {
      value
      definition
    }
    topOverlap {
      value
      definition
    }
    centreShift {
      value
      definition
    }
  }
}
fragment OwnImageFields on OwnImage {
  imageIndex
  name
  mine
  image {
    ...ImageFields
  }
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: '91348fcc57eaaacafc805f87eb4130fdae642be5d4d3fbc76b3c18439885d888' }) as unknown as TypedDocumentString<SaliencyMapsQuery, SaliencyMapsQueryVariables>;
export const RequestSaliencyDocument = new TypedDocumentString(`
    mutation RequestSaliency($input: RequestSaliencyInput!) {
  requestSaliency(input: $input) {
    saliencyMaps {
      id
      status
      error
    }
  }
}
    `, { hash: '7aea5b101680e6316b2a6c6f23e333d34fd2f931e6e0e8d5a014de9e89898c5a' }) as unknown as TypedDocumentString<RequestSaliencyMutation, RequestSaliencyMutationVariables>;
export const RemoveOwnImageDocument = new TypedDocumentString(`
    mutation RemoveOwnImage($experiment: ID!, $imageIndex: Int!) {
  removeOwnImage(experiment: $experiment, imageIndex: $imageIndex) {
    name
  }
}
    `, { hash: '3ed61427d15ed7720b25197fa8b2a4bb6d4c60ffdee06106cee2e664af1de5be' }) as unknown as TypedDocumentString<RemoveOwnImageMutation, RemoveOwnImageMutationVariables>;
export const TopImagesDocument = new TypedDocumentString(`
    "The test images that excite a neuron most, in every model of a family."
query TopImages($experiment: ID!, $at: NeuronRef!) {
  experiment(id: $experiment) {
    id
    models(first: 100) {
      nodes {
        id
        neuron(at: $at) {
          id
          topImages {
            ...TopImagesFields
          }
        }
      }
    }
  }
}
    fragment TopImagesFields on TopImages {
  top {
    imageIndex
    label
    activation
    row
    column
    image {
      ...ImageFields
    }
  }
  mapHeight
  mapWidth
  mean
  activeShare
  images
  definition
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: '63ce2d7a398bcf3bdbd6d3d4cf6509f850858e5225dae98fda7c17109c0cea59' }) as unknown as TypedDocumentString<TopImagesQuery, TopImagesQueryVariables>;
export const RequestTopImagesDocument = new TypedDocumentString(`
    mutation RequestTopImages($input: RequestTopImagesInput!) {
  requestTopImages(input: $input) {
    job {
      ...JobFields
    }
  }
}
    fragment JobFields on Job {
  id
  name
  status
  error
  model {
    id
    name
  }
  progress {
    ...ProgressFields
  }
}
fragment ProgressFields on Progress {
  done
  total
  unit
  share
  secondsLeft
}`, { hash: 'aac354520d5957d2471d0c3305acefd8d973132d99a76c7c541dff6f77e18f59' }) as unknown as TypedDocumentString<RequestTopImagesMutation, RequestTopImagesMutationVariables>;
export const NeuronPictureDocument = new TypedDocumentString(`
    "One picture of a neuron: the newest by that recipe."
query NeuronPicture($model: ID!, $at: NeuronRef!, $preset: String, $seed: Int) {
  model(id: $model) {
    id
    neuron(at: $at) {
      id
      ref
      visualization(preset: $preset, seed: $seed) {
        ...VisualizationFields
        image {
          digest
        }
      }
    }
  }
}
    fragment VisualizationFields on Visualization {
  id
  status
  error
  activation
  image {
    ...ImageFields
  }
  hashes {
    average {
      hex
      bits
    }
    perceptual {
      hex
      bits
    }
    difference {
      hex
      bits
    }
    wavelet {
      hex
      bits
    }
    color {
      hex
      bits
    }
    version
  }
  recipe {
    preset
    seed
    weightsDigest
    backend
    codeVersion
    contentKey
  }
}
fragment ImageFields on Image {
  url
  width
  height
}`, { hash: '5366e01ac6e66538d5ad7b2a7e9fabb30f0005b2399350683cb824a8e36f44c8' }) as unknown as TypedDocumentString<NeuronPictureQuery, NeuronPictureQueryVariables>;
export const RequestVisualizationsDocument = new TypedDocumentString(`
    mutation RequestVisualizations($input: RequestVisualizationsInput!) {
  requestVisualizations(input: $input) {
    visualizations {
      id
      status
      error
    }
  }
}
    `, { hash: '558308529282a8c415e26f9f6bc796c587d6fbf57a84d675fa28fd0f2806384b' }) as unknown as TypedDocumentString<RequestVisualizationsMutation, RequestVisualizationsMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    role
    user {
      name
    }
    workspace {
      id
      name
    }
  }
}
    `, { hash: '41c206ac6bafdb2e113a87e8e003f69731a9d66560a18a21d9b221ee67e3dd1f' }) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const WorkspaceDocument = new TypedDocumentString(`
    query Workspace {
  viewer {
    role
    user {
      id
    }
    workspaces {
      workspace {
        id
        name
      }
    }
    workspace {
      id
      name
      members {
        role
        createdAt
        user {
          id
          name
          email
        }
      }
    }
    apiKeys {
      ...ApiKeyFields
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  role
  start
  createdAt
  usedAt
  revokedAt
  user {
    name
  }
}`, { hash: '3853109faf72bd2eaabe891ff9c67b60118d394ef389d0dc94e9a4fba4dd1958' }) as unknown as TypedDocumentString<WorkspaceQuery, WorkspaceQueryVariables>;
export const WorkspaceForAdminsDocument = new TypedDocumentString(`
    query WorkspaceForAdmins($after: String) {
  viewer {
    workspace {
      invitations {
        id
        email
        role
        expiresAt
      }
      apiKeys {
        ...ApiKeyFields
      }
      audit(first: 50, after: $after) {
        nodes {
          id
          at
          action
          arguments
          outcome
          address
          user {
            name
          }
          apiKey {
            name
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
}
    fragment ApiKeyFields on ApiKey {
  id
  name
  role
  start
  createdAt
  usedAt
  revokedAt
  user {
    name
  }
}`, { hash: '01f800c2fac0c6317330900b76652d37feea2449d393e5c736c0cefe46f9e70f' }) as unknown as TypedDocumentString<WorkspaceForAdminsQuery, WorkspaceForAdminsQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($email: String!, $role: Role!) {
  inviteMember(email: $email, role: $role) {
    secret
    invitation {
      email
    }
  }
}
    `, { hash: 'eade7716612560f822b287593531d2c309b64aa8c7352d2197370f033a4929ff' }) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($id: ID!) {
  revokeInvitation(id: $id) {
    id
  }
}
    `, { hash: 'e30e5bd1f5b2426f17004b22bde75bd864d0a8d00fe9d5ab4c02d13946d0d4c4' }) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const SetMemberRoleDocument = new TypedDocumentString(`
    mutation SetMemberRole($user: ID!, $role: Role!) {
  setMemberRole(user: $user, role: $role) {
    role
  }
}
    `, { hash: '15ab0def9ef02085ce0086fe5a5b089b23fcb584ba412e196668a8277b487114' }) as unknown as TypedDocumentString<SetMemberRoleMutation, SetMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($user: ID!) {
  removeMember(user: $user) {
    role
  }
}
    `, { hash: 'a0789eb541f33b21703df3d17d9a429666541145ce9df508606d287105856efc' }) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const CreatePasswordResetDocument = new TypedDocumentString(`
    mutation CreatePasswordReset($user: ID!) {
  createPasswordReset(user: $user) {
    secret
  }
}
    `, { hash: 'fe5914e9a65ae9d3da3451e52a05bf0f0fb913264a63bc584b54a3006f449ac3' }) as unknown as TypedDocumentString<CreatePasswordResetMutation, CreatePasswordResetMutationVariables>;
export const CreateWorkspaceDocument = new TypedDocumentString(`
    mutation CreateWorkspace($name: String!) {
  createWorkspace(name: $name) {
    id
  }
}
    `, { hash: '13902140c75a2d89bf79bf06e53329a028dca7cb0412a1b541de78c772fe9bd0' }) as unknown as TypedDocumentString<CreateWorkspaceMutation, CreateWorkspaceMutationVariables>;
export const RenameWorkspaceDocument = new TypedDocumentString(`
    mutation RenameWorkspace($name: String!) {
  renameWorkspace(name: $name) {
    name
  }
}
    `, { hash: 'ea46f9976f7da5dcd7b920092195a60700400f77a6759f3ef69c671ad35c3eb0' }) as unknown as TypedDocumentString<RenameWorkspaceMutation, RenameWorkspaceMutationVariables>;
export const LeaveWorkspaceDocument = new TypedDocumentString(`
    mutation LeaveWorkspace {
  leaveWorkspace {
    role
  }
}
    `, { hash: 'cc490fec12f1ebe82546e7b11b9918a9dc6fa3b1ee74565008d601f6d6e0a7e9' }) as unknown as TypedDocumentString<LeaveWorkspaceMutation, LeaveWorkspaceMutationVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($name: String!, $role: Role!) {
  createApiKey(name: $name, role: $role) {
    secret
    key {
      id
    }
  }
}
    `, { hash: '2a12d80009fd7b5f7a97dc4e557e2f3e58e3e487a7032be3efced81329c1fcde' }) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id) {
    id
  }
}
    `, { hash: '00b9cfcf75129f42fc168858a8f0846127681ac601c65d4f31838c2aea7d8fa0' }) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;