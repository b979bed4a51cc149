import type { AnalysisTable } from './analysis-table.ts';
import { distancesTable, neuronDistancesTable } from './distances.ts';
import { evaluationsTable } from './evaluations.ts';
import { modelsTable } from './models.ts';
import { visualizationsTable } from './visualizations.ts';

export const analysisTables: readonly AnalysisTable[] = [
  modelsTable,
  evaluationsTable,
  visualizationsTable,
  distancesTable,
  neuronDistancesTable,
];
