import {
  ActivationGridsDocument,
  ClaimedExperimentsDocument,
  ClaimsDocument,
  DiversityTestDocument,
  EnsembleDocument,
  ExperimentDocument,
  ExperimentExistsDocument,
  FamilyDocument,
  FamilyLayerPicturesDocument,
  FamilyMasksDocument,
  FamilyMatchesDocument,
  FamilyNotesDocument,
  FamilyPredictionsDocument,
  HomeDocument,
  InheritedSharesDocument,
  JobStandingDocument,
  LayerDistancesDocument,
  LayerMatchDocument,
  MaskOverlapDocument,
  MatchKindsDocument,
  MentionsDocument,
  ModelDistanceDocument,
  ModelDivergenceDocument,
  ModelLayerPicturesDocument,
  ModelPicturesDocument,
  NeuronDistanceDocument,
  NeuronDistancesDocument,
  NeuronDivergenceDocument,
  NeuronInFamilyDocument,
  NeuronMatchDocument,
  NeuronNotesDocument,
  NeuronOrderDocument,
  NewExperimentDocument,
  SaliencyMapsDocument,
  SavedComparisonsDocument,
  SavingDocument,
  SimilarNeuronsDocument,
  TopImagesDocument,
  ViewerDocument,
  WorkspaceDocument,
  WorkspaceForAdminsDocument,
} from '@kindred/client/operations';
import type { Question } from './ask-graph.ts';
import type { DashboardTarget, DeepPages } from './dashboard-target.ts';

type Ask = (target: DashboardTarget, deep: DeepPages) => Record<string, unknown>;

const image = { imageIndex: 0, seed: 1 };
const recipe = { preset: 'quick', seed: 1 };
const page = { first: 100, after: null };
/** The rows of an atlas that are read together. */
const rows = { channels: Array.from({ length: 16 }, (_, channel) => channel), first: 16 };

/** What the dashboard asks for its pages, each operation with the variables that `apps/web` gives it. */
const operations = {
  viewer: [ViewerDocument, () => ({})],
  home: [HomeDocument, () => ({ first: 20, after: null, order: 'NEWEST' })],
  'home-deep': [HomeDocument, (_, { experiments: after }) => ({ first: 20, after, order: 'NEWEST' })],
  'new-experiment': [NewExperimentDocument, () => ({})],
  'experiment-exists': [ExperimentExistsDocument, ({ experiment: id }) => ({ id })],
  experiment: [ExperimentDocument, ({ experiment: id }) => ({ id })],
  'model-pictures': [ModelPicturesDocument, ({ child: model, refs }) => ({ model, refs, first: 100 })],
  'neuron-distances': [
    NeuronDistancesDocument,
    ({ child: model, sibling: against, refs }) => ({ model, against, refs, first: 100 }),
  ],
  'model-distance': [ModelDistanceDocument, ({ child: model, sibling: against }) => ({ model, against })],
  'family-masks': [FamilyMasksDocument, ({ experiment }) => ({ experiment })],
  'inherited-shares': [InheritedSharesDocument, ({ experiment, ticket: of }) => ({ experiment, of })],
  'mask-overlap': [MaskOverlapDocument, ({ child: model, sibling: other }) => ({ model, other })],
  'model-divergence': [ModelDivergenceDocument, ({ child: model }) => ({ model })],
  'diversity-test': [
    DiversityTestDocument,
    ({ experiment }) => ({ experiment, of: 'SIBLINGS', against: 'SNAPSHOTS' }),
  ],
  family: [FamilyDocument, ({ experiment }) => ({ experiment })],
  'layer-match': [LayerMatchDocument, ({ child: model, sibling: other, layer }) => ({ model, other, layer })],
  'match-kinds': [MatchKindsDocument, ({ child: model, sibling: other, layer }) => ({ model, other, layer })],
  'neuron-order': [
    NeuronOrderDocument,
    ({ child: model, sibling: against }) => ({ model, against, orderBy: 'Z', hash: 'PERCEPTUAL' }),
  ],
  'family-layer-pictures': [
    FamilyLayerPicturesDocument,
    ({ experiment, layer }) => ({ experiment, layer, ...rows }),
  ],
  'model-layer-pictures': [
    ModelLayerPicturesDocument,
    ({ child: model, layer }) => ({ model, layer, ...rows }),
  ],
  'layer-distances': [
    LayerDistancesDocument,
    ({ child: model, sibling: against, layer }) => ({ model, against, layer, ...rows }),
  ],
  'neuron-in-family': [
    NeuronInFamilyDocument,
    ({ experiment, at, parent }) => ({ experiment, at, parent, against: parent }),
  ],
  'neuron-distance': [NeuronDistanceDocument, ({ child: model, at, sibling: to }) => ({ model, at, to })],
  'family-matches': [FamilyMatchesDocument, ({ experiment, at, parent }) => ({ experiment, at, in: parent })],
  'neuron-match': [NeuronMatchDocument, ({ child: model, at, sibling }) => ({ model, at, in: sibling })],
  'similar-neurons': [
    SimilarNeuronsDocument,
    ({ parent: model, at }) => ({ model, at, hash: 'PERCEPTUAL', first: 16 }),
  ],
  'job-standing': [JobStandingDocument, ({ job: id }) => ({ id })],
  'top-images': [TopImagesDocument, ({ experiment, at }) => ({ experiment, at })],
  'neuron-divergence': [NeuronDivergenceDocument, ({ child: model, at }) => ({ model, at, ...recipe })],
  'saliency-maps': [
    SaliencyMapsDocument,
    ({ experiment, parent }) => ({
      experiment,
      ...image,
      method: 'smoothgrad-paper',
      target: 'predicted',
      reference: parent,
    }),
  ],
  'activation-grids': [
    ActivationGridsDocument,
    ({ experiment, layer }) => ({ experiment, ...image, layer, preset: 'quick' }),
  ],
  'family-notes': [FamilyNotesDocument, ({ experiment }) => ({ experiment, first: 50, after: null })],
  'neuron-notes': [NeuronNotesDocument, ({ parent: model, at }) => ({ model, at, first: 50, after: null })],
  mentions: [MentionsDocument, () => ({ first: 50, after: null })],
  saving: [SavingDocument, () => ({ saved: '', isSaved: false })],
  'saved-comparisons': [
    SavedComparisonsDocument,
    ({ experiment }) => ({ experiment, first: 10, after: null }),
  ],
  'claimed-experiments': [ClaimedExperimentsDocument, () => ({ first: 50 })],
  claims: [ClaimsDocument, ({ experiment }) => ({ experiment, ...page })],
  'family-predictions': [FamilyPredictionsDocument, ({ experiment }) => ({ experiment })],
  ensemble: [
    EnsembleDocument,
    ({ child, sibling }) => ({ members: [child, sibling], eceBins: 15, confidence: 0.95 }),
  ],
  workspace: [WorkspaceDocument, () => ({})],
  'workspace-audit': [WorkspaceForAdminsDocument, () => ({ after: null })],
  'workspace-audit-deep': [WorkspaceForAdminsDocument, (_, { audit: after }) => ({ after })],
} satisfies Record<string, [{ toString(): string }, Ask]>;

export type DashboardOperation = keyof typeof operations;
export const dashboardOperations = Object.keys(operations) as DashboardOperation[];

export function questionOf(name: DashboardOperation, target: DashboardTarget, deep: DeepPages): Question {
  const [document, ask] = operations[name] as [{ toString(): string }, Ask];
  return { query: document.toString(), variables: ask(target, deep) };
}
