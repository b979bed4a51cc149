import { dashboard } from './dashboard.ts';
import { evaluate } from './evaluate.ts';
import { graph } from './graph.ts';
import { hash } from './hash.ts';
import { renders } from './renders.ts';
import type { Row } from './row.ts';
import { similar } from './similar.ts';
import { smoothgrad } from './smoothgrad.ts';
import { trainStep } from './train-step.ts';
import { trainWide } from './train-wide.ts';
import { tuneFamily } from './tune-family.ts';
import { visualize } from './visualize.ts';
import { visualizeCut } from './visualize-cut.ts';
import { web } from './web.ts';

/** Every row, in the order of the report. */
export const rows: readonly Row[] = [
  trainStep,
  trainWide,
  tuneFamily,
  ...visualize,
  ...visualizeCut,
  renders,
  smoothgrad,
  evaluate,
  hash,
  ...similar,
  ...graph,
  ...dashboard,
  ...web,
];
