import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type PubSub } from 'type-graphql';
import { auditMutations } from '../access/audit-mutations.ts';
import { ArchitectureResolver } from '../modules/architectures/architecture.resolver.ts';
import { ArtifactResolver, ArtifactUseResolver } from '../modules/artifacts/artifact.resolver.ts';
import {
  ExperimentArtifactsResolver,
  ModelArtifactsResolver,
} from '../modules/artifacts/artifacts.resolver.ts';
import { ClaimResolver } from '../modules/claims/claim.resolver.ts';
import { SavedComparisonResolver } from '../modules/comparisons/saved-comparison.resolver.ts';
import { SavedComparisonsResolver } from '../modules/comparisons/saved-comparisons.resolver.ts';
import { DatasetResolver } from '../modules/datasets/dataset.resolver.ts';
import { ComparedNeuronsResolver } from '../modules/distances/compared-neurons.resolver.ts';
import { DiversityTestResolver } from '../modules/distances/diversity-test.resolver.ts';
import { HashDistanceResolver } from '../modules/distances/hash-distance.resolver.ts';
import { ModelDistanceResolver } from '../modules/distances/model-distance.resolver.ts';
import { SiblingDistanceResolver } from '../modules/distances/sibling-distance.resolver.ts';
import { DivergencePointResolver, DivergenceResolver } from '../modules/divergence/divergence.resolver.ts';
import {
  NeuronDivergencePointResolver,
  NeuronDivergenceResolver,
} from '../modules/divergence/neuron-divergence.resolver.ts';
import { EnsembleResolver } from '../modules/ensembles/ensemble.resolver.ts';
import { EstimateResolver } from '../modules/estimates/estimate.resolver.ts';
import { CorruptedEvaluationsResolver } from '../modules/evaluations/corrupted-evaluations.resolver.ts';
import { EvaluationResolver } from '../modules/evaluations/evaluation.resolver.ts';
import { RequestEvaluationResolver } from '../modules/evaluations/request-evaluation.resolver.ts';
import { CancelExperimentResolver } from '../modules/experiments/cancel-experiment.resolver.ts';
import { ExperimentResolver } from '../modules/experiments/experiment.resolver.ts';
import { ExperimentChangesResolver } from '../modules/experiments/experiment-changes.resolver.ts';
import { StartExperimentResolver } from '../modules/experiments/start-experiment.resolver.ts';
import { ActivationGridResolver } from '../modules/grids/activation-grid.resolver.ts';
import { ExperimentGridsResolver, ModelGridsResolver } from '../modules/grids/grids.resolver.ts';
import { RequestGridResolver } from '../modules/grids/request-grid.resolver.ts';
import { CancelJobResolver } from '../modules/jobs/cancel-job.resolver.ts';
import { JobResolver } from '../modules/jobs/job.resolver.ts';
import { RateLimitResolver } from '../modules/limits/rate-limit.resolver.ts';
import { ModelMaskResolver } from '../modules/masks/model-mask.resolver.ts';
import { LayerMatchResolver, NeuronMatchResolver } from '../modules/matches/match.resolver.ts';
import { RequestMatchesResolver } from '../modules/matches/request-matches.resolver.ts';
import { ExportOnnxResolver } from '../modules/models/export-onnx.resolver.ts';
import { ModelResolver } from '../modules/models/model.resolver.ts';
import { FamilyStripResolver } from '../modules/neurons/family-strip.resolver.ts';
import { ModelNeuronsResolver } from '../modules/neurons/model-neurons.resolver.ts';
import { NeuronResolver } from '../modules/neurons/neuron.resolver.ts';
import { SimilarNeuronsResolver } from '../modules/neurons/similar-neurons.resolver.ts';
import { NodeResolver } from '../modules/nodes/node.resolver.ts';
import { NoteResolver } from '../modules/notes/note.resolver.ts';
import { ExperimentNotesResolver, NotesResolver } from '../modules/notes/notes.resolver.ts';
import { ExperimentOwnImagesResolver, OwnImageResolver } from '../modules/own-images/own-image.resolver.ts';
import { RequestSaliencyResolver } from '../modules/saliency/request-saliency.resolver.ts';
import { SaliencyAgreementResolver, SaliencyMapResolver } from '../modules/saliency/saliency-map.resolver.ts';
import {
  ExperimentSaliencyMapsResolver,
  ModelSaliencyMapsResolver,
} from '../modules/saliency/saliency-maps.resolver.ts';
import { RequestTopImagesResolver } from '../modules/top-images/request-top-images.resolver.ts';
import {
  NeuronTopImagesResolver,
  TopImageResolver,
  TopImagesResolver,
} from '../modules/top-images/top-images.resolver.ts';
import { ObjectiveResolver } from '../modules/visualizations/objective.resolver.ts';
import { RequestVisualizationsResolver } from '../modules/visualizations/request-visualizations.resolver.ts';
import { VisualizationResolver } from '../modules/visualizations/visualization.resolver.ts';
import { ApiKeyResolver } from '../modules/workspaces/api-key.resolver.ts';
import { ChangeWorkspaceResolver } from '../modules/workspaces/change-workspace.resolver.ts';
import { MemberResolver } from '../modules/workspaces/member.resolver.ts';
import { PasswordResolver } from '../modules/workspaces/password.resolver.ts';
import { ViewerResolver } from '../modules/workspaces/viewer.resolver.ts';
import { WorkspaceResolver } from '../modules/workspaces/workspace.resolver.ts';
import { applyDirectResolvers } from './direct-resolvers.ts';
import { applyOneOf } from './one-of.ts';
import { resolveNodes } from './resolve-nodes.ts';

/** type-graphql wants one wherever there is a subscription, though ours brings its own source of ticks. */
const silent: PubSub = {
  publish() {},
  async *subscribe() {},
};

/** The graph, from the classes that describe it. */
export function buildSchema(): GraphQLSchema {
  // A field without a resolver is read from its object by graphql itself: type-graphql's reader costs more than the value.
  for (const field of getMetadataStorage().fields) field.simple = true;
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      NotesResolver,
      ExperimentNotesResolver,
      NoteResolver,
      SavedComparisonsResolver,
      SavedComparisonResolver,
      ArchitectureResolver,
      ClaimResolver,
      DatasetResolver,
      ExperimentResolver,
      ExperimentChangesResolver,
      StartExperimentResolver,
      EstimateResolver,
      CancelExperimentResolver,
      JobResolver,
      CancelJobResolver,
      ModelResolver,
      ExportOnnxResolver,
      ModelMaskResolver,
      ModelNeuronsResolver,
      FamilyStripResolver,
      EnsembleResolver,
      EvaluationResolver,
      RequestEvaluationResolver,
      CorruptedEvaluationsResolver,
      RateLimitResolver,
      NeuronResolver,
      SimilarNeuronsResolver,
      HashDistanceResolver,
      SiblingDistanceResolver,
      DivergenceResolver,
      DivergencePointResolver,
      NeuronDivergenceResolver,
      NeuronDivergencePointResolver,
      ModelDistanceResolver,
      ComparedNeuronsResolver,
      DiversityTestResolver,
      NeuronMatchResolver,
      LayerMatchResolver,
      RequestMatchesResolver,
      NeuronTopImagesResolver,
      TopImagesResolver,
      TopImageResolver,
      RequestTopImagesResolver,
      VisualizationResolver,
      ObjectiveResolver,
      RequestVisualizationsResolver,
      SaliencyMapResolver,
      SaliencyAgreementResolver,
      ExperimentSaliencyMapsResolver,
      ModelSaliencyMapsResolver,
      ExperimentOwnImagesResolver,
      OwnImageResolver,
      RequestSaliencyResolver,
      ActivationGridResolver,
      ExperimentGridsResolver,
      ModelGridsResolver,
      RequestGridResolver,
      ArtifactResolver,
      ArtifactUseResolver,
      ExperimentArtifactsResolver,
      ModelArtifactsResolver,
      ViewerResolver,
      WorkspaceResolver,
      MemberResolver,
      PasswordResolver,
      ApiKeyResolver,
      ChangeWorkspaceResolver,
    ],
    validate: false,
    pubSub: silent,
  });
  return auditMutations(applyDirectResolvers(resolveNodes(applyOneOf(schema))));
}
