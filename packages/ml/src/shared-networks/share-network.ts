import type { Architecture } from '../architectures/architecture.ts';
import { batchEnsemble } from './batch-ensemble.ts';
import { mimo } from './mimo.ts';
import { treeNet } from './tree-net.ts';

/** A way for members to share a network. */
export type SharingMethod =
  | { method: 'treenet' | 'batch-ensemble'; members: number }
  | { method: 'mimo'; members: number; repetitions: number };

/** The network that members share, made of one of an architecture. */
export function shareNetwork(base: Architecture, sharing: SharingMethod): Architecture {
  switch (sharing.method) {
    case 'treenet':
      return treeNet(base, sharing.members);
    case 'batch-ensemble':
      return batchEnsemble(base, sharing.members);
    case 'mimo':
      return mimo(base, sharing.members, sharing.repetitions);
  }
}
