import type { DataSource, EntityManager } from 'typeorm';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { Evaluation } from '../evaluations/evaluation.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import type { ExperimentConfig } from '../experiments/experiment-config.ts';
import { firstExperiment } from '../experiments/first-experiment.ts';
import { planExperiment } from '../experiments/plan-experiment.ts';
import type { PlannedVisualization } from '../experiments/plan-visualizations.ts';
import { Job } from '../jobs/job.entity.ts';
import { MaskedTensor } from '../masks/masked-tensor.entity.ts';
import type { PlannedModel } from '../methods/method.ts';
import { findFamilies } from '../models/find-families.ts';
import { Model } from '../models/model.entity.ts';
import type { NeuronRef } from '../neurons/neuron-ref.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { VisualizationHashes } from '../visualizations/visualization-hashes.entity.ts';
import { insertArtifact, insertArtifacts } from './insert-artifact.ts';
import { digestOf } from './sample-bits.ts';
import { sampleCatalogue, sampleLayers } from './sample-catalogue.ts';
import { sampleMask } from './sample-mask.ts';
import {
  sampleCurve,
  sampleDecomposition,
  sampleEvaluation,
  sampleHashes,
  sampleTraining,
} from './sample-results.ts';

export interface Family {
  experiment: Experiment;
  parent: Model;
  /** In pairs of siblings: 1 and 2, 3 and 4 … */
  children: Model[];
  snapshots: Model[];
  /** Those that have two pictures in every model, by the seeds 1 and 2; by layer and channel: two a layer. */
  neurons: NeuronRef[];
}

/**
 * The first experiment as it stands when it is finished, with a catalogue: models with weights, pictures with hashes, evaluations
 * and done jobs. Numbers and hashes follow from names, so that every call inserts the same; artifacts have rows but no files.
 * @param families pairs of siblings
 */
export async function insertFamily(dataSource: DataSource, { families = 2 } = {}): Promise<Family> {
  const config = configOf(families);
  await publishCatalogue(dataSource, sampleCatalogue);
  return dataSource.transaction(async (transaction) => {
    const plan = planExperiment(config, sampleLayers);
    const now = new Date();
    const finished = { status: 'done', startedAt: now, finishedAt: now } as const;
    const experiment = await transaction.save(
      transaction.create(Experiment, { name: config.name, config, ...finished }),
    );
    const experimentId = experiment.id;

    for (const model of plan.models) {
      const weightsDigest = await insertArtifact(transaction, `weights of ${model.name}`);
      const masked = model.kind === 'child';
      const maskDigest = masked ? await insertArtifact(transaction, `mask of ${model.name}`) : null;
      const trained = { training: sampleTraining(config.seed), trainingCurve: sampleCurve() };
      await transaction.insert(Model, { ...model, experimentId, weightsDigest, maskDigest, ...trained });
    }
    await transaction.insert(MaskedTensor, sampleMasks(plan.models));
    await transaction.insert(
      Job,
      plan.jobs.map((job) => ({ ...job, ...finished, experimentId })),
    );
    const models = await findFamilies(transaction, [experimentId]);
    await insertEvaluations(transaction, experimentId, models);
    await insertPictures(transaction, models, plan.visualizations);
    return {
      experiment,
      parent: models[0]!,
      children: models.filter(({ kind }) => kind === 'child'),
      snapshots: models.filter(({ kind }) => kind === 'snapshot'),
      neurons: plan.visualizations
        .filter(({ modelId, seed }) => modelId === models[0]!.id && seed === config.seed)
        .map(({ layer, channel }) => ({ layer, channel })),
    };
  });
}

function configOf(families: number): ExperimentConfig {
  const ensembles = firstExperiment.ensembles.map((ensemble) =>
    ensemble.method === 'prune-and-tune' ? { ...ensemble, families } : ensemble,
  );
  return { ...firstExperiment, ensembles, visualize: { ...firstExperiment.visualize, neuronsPerLayer: 2 } };
}

/** Of every child, two to a pair. */
function sampleMasks(models: readonly PlannedModel[]) {
  const children = models.filter(({ kind }) => kind === 'child');
  return children.flatMap(({ id: modelId }, index) =>
    sampleMask(Math.floor(index / 2), index % 2 === 1).map((tensor) => ({ modelId, ...tensor })),
  );
}

/** Finished pictures with hashes; both follow from the model's name, the neuron and the seed. */
export async function insertPictures(
  transaction: EntityManager,
  models: readonly Model[],
  visualizations: readonly PlannedVisualization[],
): Promise<void> {
  const nameOf = new Map(models.map(({ id, name }) => [id, name]));
  const keyOf = ({ modelId, layer, channel, seed }: PlannedVisualization) =>
    `${nameOf.get(modelId)}/${layer}:${channel}/${seed}`;
  const contentOf = (visualization: PlannedVisualization) => `picture of ${keyOf(visualization)}`;
  await insertArtifacts(transaction, visualizations.map(contentOf));
  await transaction.insert(
    Visualization,
    visualizations.map((visualization) => {
      const imageDigest = digestOf(contentOf(visualization));
      const picture = { status: 'done', imageDigest, width: 64, height: 64, activation: 1.5 } as const;
      const origin = { contentKey: imageDigest, backend: 'cpu', codeVersion: 'test' };
      return { ...visualization, ...picture, ...origin };
    }),
  );
  await transaction.insert(
    VisualizationHashes,
    visualizations.map((visualization) => ({
      visualizationId: visualization.id,
      modelId: visualization.modelId,
      layer: visualization.layer,
      channel: visualization.channel,
      preset: visualization.preset,
      seed: visualization.seed,
      comparable: true,
      ...sampleHashes(keyOf(visualization)),
    })),
  );
}

async function insertEvaluations(
  transaction: EntityManager,
  experimentId: string,
  models: Model[],
): Promise<void> {
  const of = (kind: string) => models.filter((model) => model.kind === kind).map(({ id }) => id);
  const measured = [
    ...models.map(({ id, name }) => ({ name, members: [id] })),
    { name: 'prune-and-tune', members: of('child') },
    { name: 'snapshot', members: of('snapshot') },
  ];
  for (const subject of measured) {
    const alone = subject.members.length === 1;
    const logitsDigest = alone ? await insertArtifact(transaction, `logits of ${subject.name}`) : null;
    const results = sampleEvaluation(subject.members.length);
    if (subject.name === 'prune-and-tune') results.metrics.decomposition = sampleDecomposition();
    await transaction.insert(Evaluation, { ...subject, experimentId, ...results, logitsDigest });
  }
}
