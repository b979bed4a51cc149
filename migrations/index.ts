import type { MigrationInterface } from 'typeorm';
import { FirstTables1795305600000 } from './2026-11-22-first-tables.ts';
import { JobWeight1795384500000 } from './2026-11-22-job-weight.ts';
import { MethodsAndRecipes1795650000000 } from './2026-11-25-methods-and-recipes.ts';
import { ActivationGrids1795701780000 } from './2026-11-26-activation-grids.ts';
import { AuditAddresses1795734000000 } from './2026-11-26-audit-addresses.ts';
import { Augmentation1795657200000 } from './2026-11-26-augmentation.ts';
import { Checkpoints1795706000000 } from './2026-11-26-checkpoints.ts';
import { ContentKeys1795707900000 } from './2026-11-26-content-keys.ts';
import { Corruptions1795695600000 } from './2026-11-26-corruptions.ts';
import { FoundExperiments1795720800000 } from './2026-11-26-found-experiments.ts';
import { HashesByModel1795732500000 } from './2026-11-26-hashes-by-model.ts';
import { ImportedExperiments1795730400000 } from './2026-11-26-imported-experiments.ts';
import { LayerMatches1795699800000 } from './2026-11-26-layer-matches.ts';
import { MaskedTensors1795684200000 } from './2026-11-26-masked-tensors.ts';
import { ModelOnnx1795651200000 } from './2026-11-26-model-onnx.ts';
import { MoreMethods1795660800000 } from './2026-11-26-more-methods.ts';
import { NamedArtifacts1795733600000 } from './2026-11-26-named-artifacts.ts';
import { Notes1795731600000 } from './2026-11-26-notes.ts';
import { Objectives1795701600000 } from './2026-11-26-objectives.ts';
import { People1795722000000 } from './2026-11-26-people.ts';
import { PictureSeeds1795700700000 } from './2026-11-26-picture-seeds.ts';
import { RequestedJobs1795685760000 } from './2026-11-26-requested-jobs.ts';
import { RunningWorkers1795732200000 } from './2026-11-26-running-workers.ts';
import { SaliencyMaps1795701720000 } from './2026-11-26-saliency-maps.ts';
import { SimilarColors1795720200000 } from './2026-11-26-similar-colors.ts';
import { SimilarHashes1795698000000 } from './2026-11-26-similar-hashes.ts';
import { SparseMethodsAndDropout1795694400000 } from './2026-11-26-sparse-methods-and-dropout.ts';
import { TestImagesAlone1795695000000 } from './2026-11-26-test-images-alone.ts';
import { WhatArchitecturesTake1795696800000 } from './2026-11-26-what-architectures-take.ts';
import { OwnImageAuthors1795764000000 } from './2026-11-27-own-image-authors.ts';
import { OwnImages1795750200000 } from './2026-11-27-own-images.ts';
import { SavedComparisons1795759200000 } from './2026-11-27-saved-comparisons.ts';
import { TopImages1795761000000 } from './2026-11-27-top-images.ts';
import { TrainingCurves1795746000000 } from './2026-11-27-training-curves.ts';
import { VisualizedNeurons1795790000000 } from './2026-11-27-visualized-neurons.ts';

/** Every change of the schema, oldest first. Append; never edit or reorder what was released. */
export const migrations: (new () => MigrationInterface)[] = [
  FirstTables1795305600000,
  JobWeight1795384500000,
  MethodsAndRecipes1795650000000,
  ModelOnnx1795651200000,
  Augmentation1795657200000,
  MoreMethods1795660800000,
  MaskedTensors1795684200000,
  RequestedJobs1795685760000,
  SparseMethodsAndDropout1795694400000,
  TestImagesAlone1795695000000,
  Corruptions1795695600000,
  WhatArchitecturesTake1795696800000,
  SimilarHashes1795698000000,
  LayerMatches1795699800000,
  PictureSeeds1795700700000,
  Objectives1795701600000,
  SaliencyMaps1795701720000,
  ActivationGrids1795701780000,
  Checkpoints1795706000000,
  ContentKeys1795707900000,
  SimilarColors1795720200000,
  FoundExperiments1795720800000,
  People1795722000000,
  ImportedExperiments1795730400000,
  Notes1795731600000,
  RunningWorkers1795732200000,
  HashesByModel1795732500000,
  NamedArtifacts1795733600000,
  AuditAddresses1795734000000,
  TrainingCurves1795746000000,
  OwnImages1795750200000,
  SavedComparisons1795759200000,
  TopImages1795761000000,
  OwnImageAuthors1795764000000,
  VisualizedNeurons1795790000000,
];
