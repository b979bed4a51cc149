import { ApiKey } from '../access/api-key.entity.ts';
import { AuditEntry } from '../access/audit-entry.entity.ts';
import { Invitation } from '../access/invitation.entity.ts';
import { Membership } from '../access/membership.entity.ts';
import { User } from '../access/user.entity.ts';
import { Workspace } from '../access/workspace.entity.ts';
import { Architecture } from '../architectures/architecture.entity.ts';
import { Layer } from '../architectures/layer.entity.ts';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { SavedComparison } from '../comparisons/saved-comparison.entity.ts';
import { Dataset } from '../datasets/dataset.entity.ts';
import { Evaluation } from '../evaluations/evaluation.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { ActivationGrid } from '../grids/activation-grid.entity.ts';
import { Job } from '../jobs/job.entity.ts';
import { MaskedTensor } from '../masks/masked-tensor.entity.ts';
import { LayerMatch } from '../matches/layer-match.entity.ts';
import { Model } from '../models/model.entity.ts';
import { Note } from '../notes/note.entity.ts';
import { NoteMention } from '../notes/note-mention.entity.ts';
import { OwnImage } from '../own-images/own-image.entity.ts';
import { SaliencyAgreement } from '../saliency/saliency-agreement.entity.ts';
import { SaliencyMap } from '../saliency/saliency-map.entity.ts';
import { LayerTopImages } from '../top-images/layer-top-images.entity.ts';
import { TestImage } from '../top-images/test-image.entity.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { VisualizationHashes } from '../visualizations/visualization-hashes.entity.ts';
import { VisualizationStep } from '../visualizations/visualization-step.entity.ts';
import { VisualizedNeuron } from '../visualizations/visualized-neuron.entity.ts';
import { RunningWorker } from '../workers/running-worker.entity.ts';

export const entities = [
  User,
  Workspace,
  Membership,
  Invitation,
  ApiKey,
  AuditEntry,
  Architecture,
  Layer,
  Dataset,
  Experiment,
  Model,
  MaskedTensor,
  LayerMatch,
  Job,
  Visualization,
  VisualizationHashes,
  VisualizationStep,
  VisualizedNeuron,
  OwnImage,
  ActivationGrid,
  SaliencyMap,
  SaliencyAgreement,
  TestImage,
  LayerTopImages,
  Evaluation,
  Artifact,
  Note,
  NoteMention,
  SavedComparison,
  RunningWorker,
];
