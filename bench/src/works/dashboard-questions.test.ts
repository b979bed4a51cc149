import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as documents from '@kindred/client/operations';
import { expect, test } from 'vitest';
import { dashboardOperations, questionOf } from './dashboard-questions.ts';
import type { DashboardTarget, DeepPages } from './dashboard-target.ts';

const pages = join(import.meta.dirname, '../../../apps/web/src');

/** Follows each change in a form, and takes a whole configuration. */
const askedByAForm = ['EstimateExperimentDocument'];

test('every query of the dashboard is asked', () => {
  const asked = new Set(
    dashboardOperations.map((name) => questionOf(name, {} as DashboardTarget, {} as DeepPages).query),
  );
  const text = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(pages, file), 'utf8'))
    .join('\n');
  const missing = Object.entries(documents)
    .filter(([name]) => name.endsWith('Document') && !askedByAForm.includes(name))
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(text))
    .map(([name, document]) => ({ name, text: String(document) }))
    .filter(({ text }) => /^\s*query /m.test(text) && !asked.has(text));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
