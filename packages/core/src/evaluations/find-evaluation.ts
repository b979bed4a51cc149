import { type EntityManager, IsNull } from 'typeorm';
import type { Condition } from './condition.ts';
import { Evaluation } from './evaluation.entity.ts';

/** What was measured of a model or an ensemble under a condition; null until it is. */
export function findEvaluation(
  db: EntityManager,
  { experimentId, name }: { experimentId: string; name: string },
  { corruption, severity }: Condition,
): Promise<Evaluation | null> {
  return db.findOneBy(Evaluation, {
    experimentId,
    name,
    corruption: corruption ?? IsNull(),
    severity: severity ?? IsNull(),
  });
}

/** What was measured in an experiment on test images as they are. */
export function findCleanEvaluations(db: EntityManager, experimentId: string): Promise<Evaluation[]> {
  return db.findBy(Evaluation, { experimentId, corruption: IsNull() });
}
