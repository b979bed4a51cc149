import { antiRandomHalves } from '../models/pruning.ts';
import type { ClaimSetting } from './claim.ts';

/** How a pruning is told in a setting: what kind, and how much it removes. */
export const pruningWords = ({ kind, sparsity }: { kind: string; sparsity: number }): string =>
  `${kind} pruning of ${sparsity}`;

const wideResNet = { architecture: 'wrn-28-10', trainImages: 50_000, testImages: 10_000 };

/** Tables I and II (captions); all images of both sets. */
export const cifar = {
  'CIFAR-10': { ...wideResNet, dataset: 'cifar10' },
  'CIFAR-100': { ...wideResNet, dataset: 'cifar100' },
} as const satisfies Record<string, ClaimSetting>;

/** "A total training budget of 200 epochs" (§III-A). */
export const totalBudget = { totalEpochs: 200 };

/** Children are pruned in anti-random pairs (§II-B); nothing for other methods. */
export const antiRandomHalvesIn = (method: string): Pick<ClaimSetting, 'pruning'> =>
  method === 'prune-and-tune' ? { pruning: pruningWords(antiRandomHalves) } : {};
