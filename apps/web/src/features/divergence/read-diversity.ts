import {
  DiversityTestDocument,
  type DiversityTestQuery,
  type ModelIdentityFragment,
  type ModelKind,
  type PairKind,
} from '@kindred/client';
import { api } from '../../api.ts';
import { ofKind, siblingPairs } from '../models/family.ts';

export type DiversityTest = NonNullable<DiversityTestQuery['experiment']>['diversityTest'];

/** Whether siblings are farther apart than other pairs of their family. */
export interface Comparison {
  /** `snapshots` */
  others: string;
  test: DiversityTest;
}

const others = {
  SNAPSHOTS: { kind: 'SNAPSHOT', words: 'snapshots' },
  FGE: { kind: 'FGE', words: 'FGE’s low points' },
  HORIZONTAL: { kind: 'HORIZONTAL', words: 'last epochs' },
  DENSE: { kind: 'DENSE', words: 'dense networks' },
  LTR: { kind: 'LTR', words: 'rewound tickets' },
  EDST: { kind: 'EDST', words: 'members of the sparse run' },
} satisfies Partial<Record<PairKind, { kind: ModelKind; words: string }>>;

/** Siblings against each kind of pairs that a family has; none without siblings. */
export function readDiversity(experiment: string, models: ModelIdentityFragment[]): Promise<Comparison[]> {
  if (siblingPairs(models).length === 0) return Promise.resolve([]);
  const against = Object.entries(others).filter(
    ([, { kind }]) => ofKind(models, kind as ModelKind).length > 1,
  );
  return Promise.all(
    against.map(async ([pairs, { words }]) => {
      const variables = { experiment, of: 'SIBLINGS', against: pairs as PairKind } as const;
      const answer = await api.request(DiversityTestDocument, variables);
      return { others: words, test: answer.experiment!.diversityTest };
    }),
  );
}
