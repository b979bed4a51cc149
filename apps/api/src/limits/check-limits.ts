import { DomainError } from '@kindred/core';
import { type Costed, queryCost } from './query-cost.ts';
import { queryDepth } from './query-depth.ts';
import { queryFields } from './query-fields.ts';

/** Names, brackets and punctuation in the text of an operation. */
export const maximumTokens = 10_000;
const maximumFields = 10_000;
const maximumDepth = 12;
const maximumValues = 100_000;

/** The most values that an operation could answer. Throws BAD_INPUT if they are too many, or nested too deep. */
export function checkLimits(operation: Costed): number {
  const fields = queryFields(operation.document, operation.operation);
  if (fields > maximumFields) {
    throw new DomainError(
      'BAD_INPUT',
      `This operation asks for ${fields} fields with its fragments written out and ${maximumFields} are allowed: ask for less at once.`,
    );
  }
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
  return values;
}
