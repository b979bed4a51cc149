import { DomainError } from '@kindred/core';
import { type Costed, queryCost } from './query-cost.ts';
import { queryDepth } from './query-depth.ts';

/** Names, brackets and punctuation in the text of an operation. */
export const maximumTokens = 10_000;
const maximumDepth = 12;
const maximumValues = 100_000;

/** Throws BAD_INPUT for an operation that is nested too deep, or whose answer could be too big. */
export function checkLimits(operation: Costed): void {
  const depth = queryDepth(operation.document, operation.operation);
  if (depth > maximumDepth) {
    throw new DomainError(
      'BAD_INPUT',
      `This operation is ${depth} levels deep and ${maximumDepth} are allowed: ask for the inner part by its id.`,
    );
  }
  const values = queryCost(operation);
  if (values > maximumValues) {
    throw new DomainError(
      'BAD_INPUT',
      `This operation could answer ${values} values and ${maximumValues} are allowed: ask for smaller pages with \`first\`.`,
    );
  }
}
