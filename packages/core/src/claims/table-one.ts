import type { Claim } from './claim.ts';
import { ensembleMetrics } from './metric-claims.ts';
import { antiRandomHalvesIn, cifar, totalBudget } from './published-settings.ts';

/** As printed, ACC NLL ECE on either data; * "indicates published results taken from [12], [19], [38]". */
const rows: [row: string, members: number | undefined, method: string, cifar10: string, cifar100: string][] =
  [
    ['Dropout*', undefined, 'dropout', '95.9 0.15 0.024', '79.6 0.83 0.05'],
    ['Treenet (M=3)*', 3, 'treenet', '95.9 0.25 0.018', '80.8 0.77 0.05'],
    ['Batch (M=4)*', 4, 'batch-ensemble', '96.2 0.14 0.02', '81.5 0.74 0.05'],
    ['SnapShot (M=5)', 5, 'snapshot', '96.27 0.13 0.02', '82.1 0.66 0.04'],
    ['FGE (M=12)', 12, 'fge', '96.35 0.13 0.02', '82.3 0.65 0.04'],
    ['MIMO (M=3)*', 3, 'mimo', '96.4 0.13 0.01', '82.0 0.69 0.02'],
    ['PAT (M=6)', 6, 'prune-and-tune', '96.48 0.11 0.005', '82.7 0.63 0.01'],
  ];

const metrics = ['accuracy', 'nll', 'ece'] as const;

/** The paper's Table I. */
export const tableOne: readonly Claim[] = (['CIFAR-10', 'CIFAR-100'] as const).flatMap((part) =>
  rows.flatMap(([row, members, method, cifar10, cifar100]) => {
    const printed = (part === 'CIFAR-10' ? cifar10 : cifar100).split(' ');
    return metrics.map(
      (metric, index): Claim => ({
        place: 'table-1',
        part,
        row,
        ...ensembleMetrics[metric],
        printed: printed[index]!,
        fromElsewhere: row.endsWith('*'),
        slip: null,
        subject: { kind: 'evaluation', name: method, metric },
        setting: {
          ...cifar[part],
          ...totalBudget,
          ...antiRandomHalvesIn(method),
          ...(members && { members }),
        },
      }),
    );
  }),
);
