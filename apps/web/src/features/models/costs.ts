import type { ExperimentQuery, MeasurementFieldsFragment, ModelFieldsFragment } from '@kindred/client';

type Ensemble = NonNullable<ExperimentQuery['experiment']>['ensembles'][number];

/** How accurate a model or an ensemble is, and what it took to have it. */
export interface CostPoint {
  name: string;
  /** Undefined of an ensemble. */
  model?: ModelFieldsFragment;
  accuracy: MeasurementFieldsFragment;
  /** Floating-point operations of all training that it follows from, the parent's included. */
  flops: number;
}

/** In 10¹² operations, for people. */
export const inTera = (flops: number): string => (flops === 0 ? '0' : (flops / 1e12).toPrecision(3));

/** Kinds whose models are trained on one from the other. */
const lines: readonly ModelFieldsFragment['kind'][] = ['SNAPSHOT', 'FGE', 'HORIZONTAL', 'EDST'];

/** Every model and ensemble that is measured and whose training was counted, models first. */
export function costPoints(
  models: readonly ModelFieldsFragment[],
  ensembles: readonly Pick<Ensemble, 'name' | 'members' | 'evaluation'>[],
): CostPoint[] {
  const pointOf = (name: string, members: readonly ModelFieldsFragment[], measured: Measured) => {
    const trained = trainedFor(models, members);
    // What weights that came from elsewhere took isn't known.
    const counted =
      trained.length > 0 &&
      trained.every(({ training }) => training?.flops != null && training.importedFrom === null);
    const flops = trained.reduce((sum, { training }) => sum + (training?.flops ?? 0), 0);
    return measured && counted ? [{ name, accuracy: measured.accuracy, flops }] : [];
  };
  return [
    ...models.flatMap((model) =>
      pointOf(model.name, [model], model.evaluation).map((point) => ({ ...point, model })),
    ),
    ...ensembles.flatMap(({ name, members, evaluation }) => {
      const known = models.filter(({ id }) => members.some((member) => member.id === id));
      return pointOf(name, known.length === members.length ? known : [], evaluation);
    }),
  ];
}

type Measured = { accuracy: MeasurementFieldsFragment } | null;

/** These, the parent of those that come from it, and those that a line went through before. */
function trainedFor(
  models: readonly ModelFieldsFragment[],
  members: readonly ModelFieldsFragment[],
): ModelFieldsFragment[] {
  const isNeeded = (model: ModelFieldsFragment, index: number) =>
    members.some(
      (member) =>
        member.id === model.id ||
        member.parent?.id === model.id ||
        (lines.includes(member.kind) && member.kind === model.kind && index < models.indexOf(member)),
    );
  return models.filter(isNeeded);
}
