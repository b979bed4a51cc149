import { antiRandomHalves } from '../models/pruning.ts';
import type { Claim, ClaimSetting } from './claim.ts';
import { networkMetrics } from './metric-claims.ts';
import { cifar, pruningWords } from './published-settings.ts';

/** Network and data aren't said: taken are those of the other networks of CIFAR-10 and their parent's epochs (§III). */
const parent: ClaimSetting = { ...cifar['CIFAR-10'], parentEpochs: 140 };
/** "All models are tuned for 10 epochs after pruning" (caption). */
const child = { ...parent, tuningEpochs: 10, pruning: pruningWords(antiRandomHalves) };
/** To the children's sparsity: taken. */
const ticket = { ...child, pruning: pruningWords({ kind: 'magnitude', sparsity: 0.5 }) };

/** As printed: ACC, NLL, ECE. */
const rows: [row: string, name: string, setting: ClaimSetting, printed: string][] = [
  ['Parent', 'parent', parent, '96.20 0.1369 0.0183'],
  ['Child 1', 'child-1', child, '95.38 0.1506 0.0184'],
  ['Child 2', 'child-2', child, '95.27 0.1542 0.0204'],
  ['Child 3', 'child-3', child, '95.72 0.1445 0.0158'],
  ['Child 4', 'child-4', child, '95.48 0.1471 0.0172'],
  ['Lottery Ticket', 'ticket', ticket, '95.48 0.1582 0.0219'],
];

/** The paper's Table III. */
export const tableThree: readonly Claim[] = rows.flatMap(([row, name, setting, printed]) =>
  (['accuracy', 'nll', 'ece'] as const).map(
    (metric, index): Claim => ({
      place: 'table-3',
      part: 'two pairs of children and the lottery ticket',
      row,
      ...networkMetrics[metric],
      printed: printed.split(' ')[index]!,
      fromElsewhere: false,
      slip: null,
      subject: { kind: 'evaluation', name, metric },
      setting,
    }),
  ),
);
