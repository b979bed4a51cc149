import { ActivationGrid, findComparisons, findNotes, SaliencyMap } from '@kindred/core';
import type { Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';
import { createEnsembleJobLoader } from './ensemble-job.loader.ts';
import {
  createCorruptedAccuraciesLoader,
  createCorruptedEvaluationsLoader,
  createEvaluationsLoader,
} from './evaluation.loader.ts';
import { createExperimentLoader } from './experiment.loader.ts';
import { createFamilyRowsLoader } from './family-rows.loader.ts';
import { createGridJobLoader } from './grid.loader.ts';
import { createJobPageLoader } from './job-page.loader.ts';
import { createJobStatusLoader } from './job-status.loader.ts';
import { createJobSummaryLoader } from './job-summary.loader.ts';
import { createLayerMatchLoader, createNeuronMatchLoader } from './layer-match.loader.ts';
import { createMaskedTensorsLoader, createMaskOverlapLoader } from './mask.loader.ts';
import { createMissingLabelsLoader } from './missing-labels.loader.ts';
import {
  createCheckpointLoader,
  createFamilyLoader,
  createModelLoader,
  createWithFamilyLoader,
} from './model.loader.ts';
import { createNewestPagesLoader } from './newest-pages.loader.ts';
import { createNodeLoader } from './node.loader.ts';
import { createOwnImagesLoader } from './own-image.loader.ts';
import { createSaliencyAgreementsLoader } from './saliency.loader.ts';
import { createLayerTopImagesLoader, createTestImageLoader } from './top-images.loader.ts';
import {
  createCalibratedNeuronLoader,
  createLayerPicturesLoader,
  createModelDistanceLoader,
  createPictureOriginLoader,
  createVisualizationLoader,
  createVisualizationStepsLoader,
} from './visualization.loader.ts';
import { createMiddleNeuronLoader, createVisualizedNeuronsLoader } from './visualized-neurons.loader.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * Reads that gather what one request asks for into one statement each, and remember it for that request. Experiments and models of
 * other workspaces than the viewer's aren't there; all else is reached through those.
 */
export function createLoaders(
  { db, architecture, dataset, readHashes, measureModels }: Services,
  { workspaceId }: Pick<Viewer, 'workspaceId'>,
) {
  const model = createModelLoader(db, workspaceId);
  const family = createFamilyLoader(db, model);
  return {
    model,
    node: createNodeLoader(db),
    architecture,
    dataset,
    experiment: createExperimentLoader(db, workspaceId),
    family,
    withFamily: createWithFamilyLoader(db, workspaceId, { model, family }),
    checkpoints: createCheckpointLoader(db),
    maskedTensors: createMaskedTensorsLoader(db),
    maskOverlap: createMaskOverlapLoader(db),
    layerMatch: createLayerMatchLoader(db),
    neuronMatch: createNeuronMatchLoader(db),
    layerTopImages: createLayerTopImagesLoader(db),
    testImage: createTestImageLoader(db),
    evaluations: createEvaluationsLoader(db),
    corruptedEvaluations: createCorruptedEvaluationsLoader(db),
    corruptedAccuracies: createCorruptedAccuraciesLoader(db),
    ensembleJob: createEnsembleJobLoader(db),
    jobSummary: createJobSummaryLoader(db),
    jobPage: createJobPageLoader(db),
    missingLabels: createMissingLabelsLoader(db),
    trainingStatus: createJobStatusLoader(db, 'train-model'),
    exportStatus: createJobStatusLoader(db, 'export-network'),
    visualization: createVisualizationLoader(db),
    layerPictures: createLayerPicturesLoader(db),
    pictureOrigin: createPictureOriginLoader(db),
    visualizationSteps: createVisualizationStepsLoader(db),
    visualizedNeurons: createVisualizedNeuronsLoader(db),
    middleNeuron: createMiddleNeuronLoader(db),
    calibratedNeuron: createCalibratedNeuronLoader(readHashes),
    modelDistance: createModelDistanceLoader(measureModels),
    grids: createFamilyRowsLoader(db, ActivationGrid),
    gridJob: createGridJobLoader(db),
    ownImages: createOwnImagesLoader(db),
    saliencyMaps: createFamilyRowsLoader(db, SaliencyMap),
    saliencyAgreements: createSaliencyAgreementsLoader(db),
    notes: createNewestPagesLoader(db, findNotes),
    comparisons: createNewestPagesLoader(db, findComparisons),
  };
}
