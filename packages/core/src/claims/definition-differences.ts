import type { EvaluationDefinition } from '../evaluations/evaluation.entity.ts';

/** How each part of a definition is told. */
const words: Partial<{
  [Part in keyof EvaluationDefinition]: (value: EvaluationDefinition[Part]) => string;
}> = {
  averaging: (averaging) => averaging,
  includesParent: (includes) => (includes ? 'with the parent' : 'without the parent'),
  eceBins: (bins) => `${bins} bins of ECE`,
  klPairs: (pairs) => `${pairs} pairs for KL`,
};

/** Where a definition differs from what is required of it, in words: `10 bins of ECE instead of 15 bins of ECE`. */
export function definitionDifferences(
  required: Partial<EvaluationDefinition>,
  definition: EvaluationDefinition,
): string[] {
  return (Object.keys(required) as (keyof EvaluationDefinition)[]).flatMap((part) => {
    const tell = words[part] as ((value: unknown) => string) | undefined;
    const [wanted, here] = [required[part], definition[part]];
    return here === wanted ? [] : [`${tell?.(here) ?? here} instead of ${tell?.(wanted) ?? wanted}`];
  });
}
