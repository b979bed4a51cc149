import type { DataSource, EntityTarget } from 'typeorm';
import { Artifact } from '../artifacts/artifact.entity.ts';
import { Evaluation } from '../evaluations/evaluation.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { ActivationGrid } from '../grids/activation-grid.entity.ts';
import { Job } from '../jobs/job.entity.ts';
import { MaskedTensor } from '../masks/masked-tensor.entity.ts';
import { LayerMatch } from '../matches/layer-match.entity.ts';
import { Model } from '../models/model.entity.ts';
import { OwnImage } from '../own-images/own-image.entity.ts';
import { SaliencyAgreement } from '../saliency/saliency-agreement.entity.ts';
import { SaliencyMap } from '../saliency/saliency-map.entity.ts';
import { LayerTopImages } from '../top-images/layer-top-images.entity.ts';
import { TestImage } from '../top-images/test-image.entity.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { VisualizationHashes } from '../visualizations/visualization-hashes.entity.ts';
import { VisualizationStep } from '../visualizations/visualization-step.entity.ts';

/** A table that rows of an experiment are in. */
export interface ArchiveTable {
  name: string;
  /** All that an archive has. */
  columns: string[];
  /** Of the primary key. */
  keys: string[];
  /** Which of its rows are those of the experiment `$1`, as SQL. */
  of: string;
  /** Columns that name rows of other tables, or of this one. */
  references: Reference[];
}

export interface Reference {
  column: string;
  table: string;
  key: string;
}

const ofExperiment = 'experiment_id = $1';
const ofModel = 'model_id in (select id from model where experiment_id = $1)';
const ofPicture = `visualization_id in (select id from visualization where ${ofModel})`;
const ofMap = `first_id in (select id from saliency_map where ${ofModel})`;

/** Each after those that it names rows of; jobs last, since they may name any. */
const sources: [EntityTarget<object>, of: string][] = [
  [Experiment, 'id = $1'],
  [Model, ofExperiment],
  [MaskedTensor, ofModel],
  [LayerMatch, ofModel],
  [Evaluation, ofExperiment],
  [Visualization, ofModel],
  [VisualizationHashes, ofModel],
  [VisualizationStep, ofPicture],
  [OwnImage, ofExperiment],
  [ActivationGrid, ofModel],
  [SaliencyMap, ofModel],
  [SaliencyAgreement, ofMap],
  [TestImage, ofExperiment],
  [LayerTopImages, ofModel],
  [Job, ofExperiment],
];

/** Of an experiment, what belongs to the server that it is on. */
export const ofTheServer = ['workspace_id', 'imported_at', 'author_id'];

/** All tables of an archive, in the order in which rows can be inserted. Whose entities stay where they are is listed in a test. */
export function archiveTables(db: DataSource): ArchiveTable[] {
  const tables = sources.map(([entity, of]) => describeTable(db, entity, of));
  const digests = tables.flatMap(({ name, of, references }) =>
    references
      .filter(({ table }) => table === 'artifact')
      .map(({ column }) => `select "${column}" from "${name}" where ${of}`),
  );
  return [describeTable(db, Artifact, `digest in (${digests.join(' union ')})`), ...tables];
}

/** As the entity says: so a column that is added to it needs no line here. */
function describeTable(db: DataSource, entity: EntityTarget<object>, of: string): ArchiveTable {
  const { tableName, columns, primaryColumns, foreignKeys } = db.getMetadata(entity);
  return {
    name: tableName,
    columns: columns.map(({ databaseName }) => databaseName).filter((name) => !ofTheServer.includes(name)),
    keys: primaryColumns.map(({ databaseName }) => databaseName),
    of,
    references: foreignKeys.map(({ columns, referencedEntityMetadata, referencedColumns }) => ({
      column: columns[0]!.databaseName,
      table: referencedEntityMetadata.tableName,
      key: referencedColumns[0]!.databaseName,
    })),
  };
}
